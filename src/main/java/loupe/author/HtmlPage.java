package loupe.author;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loupe.lesson.Choice;
import loupe.lesson.Course;
import loupe.lesson.Experiment;
import loupe.lesson.Lesson;
import loupe.lesson.Question;

/**
 * A lesson as one page that needs no other file and runs no script.
 *
 * @param shots what came of each experiment, by its id
 * @param printed what each Java cell prints, by its id
 */
record HtmlPage(
        Course course, Lesson lesson, Map<String, Camera.Shot> shots, Map<String, String> printed) {
    private static final Pattern CELL =
            Pattern.compile(
                    "(?s)<section class=\"cell\" id=\"([^\"]*)\" data-cell=\"[^\"]*\"( hidden=\"\")?>"
                            + "(.*?)</section>\n?");
    private static final Pattern EXPERIMENT =
            Pattern.compile(
                    "<section class=\"experiment\" id=\"([^\"]*)\" data-experiment=\"[^\"]*\">"
                            + "</section>");
    private static final Pattern QUESTION =
            Pattern.compile(
                    "(?s)(data-question=\"([^\"]+)\".*?)<button[^>]*class=\"write\"[^>]*>[^<]*</button>");
    private static final Pattern SETTING_LINK = Pattern.compile("href=\"(#[^\"?]*)\\?[^\"]*\"");

    String text() throws IOException {
        String body = EXPERIMENT.matcher(lesson.html()).replaceAll(this::experiment);
        body = CELL.matcher(body).replaceAll(this::cell);
        body = QUESTION.matcher(body).replaceAll(this::question);
        body = SETTING_LINK.matcher(body).replaceAll("href=\"$1\"");
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
                <title>%s · %s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s
                </body>
                </html>
                """
                .formatted(
                        escape(lesson.head().lang()),
                        escape(lesson.title()),
                        escape(course.title()),
                        style(),
                        new Pictures(lesson).inline(body));
    }

    private String experiment(MatchResult match) {
        Experiment found =
                lesson.experiments().stream()
                        .filter(each -> each.id().equals(match.group(1)))
                        .findFirst()
                        .orElseThrow();
        Camera.Shot shot = shots.getOrDefault(found.id(), new Camera.Nothing(""));
        return Matcher.quoteReplacement(new Figure(lesson, found, shot).html());
    }

    private String cell(MatchResult match) {
        if (match.group(2) != null) {
            return "";
        }
        String output = printed.getOrDefault(match.group(1), "").stripTrailing();
        String after =
                output.isEmpty() ? "" : "<p>It prints:</p>\n<pre>" + escape(output) + "</pre>\n";
        return Matcher.quoteReplacement(
                "<section class=\"cell\" id=\"%s\">%s\n%s</section>\n"
                        .formatted(match.group(1), match.group(3), after));
    }

    private String question(MatchResult match) {
        StringBuilder html = new StringBuilder(match.group(1));
        Optional<Question> question = lesson.question(match.group(2));
        if (question.isPresent() && question.get() instanceof Choice choice && choice.shuffle()) {
            html.append("<ul class=\"options\">");
            choice.options()
                    .forEach(each -> html.append("<li>").append(each.html()).append("</li>"));
            html.append("</ul>");
        }
        question.map(Question::hints).orElse(List.of()).forEach(hint -> hint(hint, html));
        return Matcher.quoteReplacement(html.toString());
    }

    private static void hint(String hint, StringBuilder html) {
        html.append("<details><summary>Hint</summary>").append(hint).append("</details>");
    }

    private static String style() throws IOException {
        try (InputStream file = HtmlPage.class.getResourceAsStream("page.css")) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its style for pages");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
