package loupe.handin;

import static loupe.handin.AnswerHtml.escape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loupe.answer.Filed;
import loupe.answer.Profile;
import loupe.answer.Snapshot;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Question;

/**
 * The printed hand-in as HTML: a first page that says whose it is and lists the questions, then
 * each question on a page of its own.
 */
final class Sheet {
    private static final Pattern FIGURE =
            Pattern.compile("src=\"/lesson/([a-z0-9-]+)/(figures/[^\"]+)\"");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final Course course;
    private final Profile person;
    private final Snapshot all;
    private final Instant at;
    private final Replies replies;
    private final StringBuilder html = new StringBuilder();

    private Sheet(Course course, Profile person, Snapshot all, Instant at) {
        this.course = course;
        this.person = person;
        this.all = all;
        this.at = at;
        this.replies = new Replies(new AnswerHtml(all.evidence()::containsKey));
    }

    static PrintJob of(Course course, Profile person, Snapshot all, Instant at) {
        Sheet sheet = new Sheet(course, person, all, at);
        String html = sheet.html();
        Map<String, byte[]> files = new HashMap<>();
        files.put(
                "print/page.css",
                sheet.margins().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        all.evidence().forEach((name, view) -> files.put(AnswerHtml.address(name), view.png()));
        files.putAll(sheet.figures(html));
        return new PrintJob(html, files);
    }

    /** The name of a question's place in the document. */
    static String anchor(String lesson, String question) {
        return "q." + lesson + "." + question;
    }

    private String html() {
        html.append(
                """
                <!doctype html>
                <html lang="en" data-theme="light">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                <link rel="stylesheet" href="/palette.css">
                <link rel="stylesheet" href="/web/hand-in.css">
                <link rel="stylesheet" href="/print/page.css">
                <script type="module" src="/web/hand-in.js"></script>
                </head>
                <body>
                """
                        .formatted(escape(title())));
        cover();
        for (Lesson lesson : course.lessons()) {
            int number = 0;
            for (Question question : lesson.questions()) {
                question(lesson, question, ++number);
            }
        }
        all.changedCode(course).forEach(this::code);
        all.gone(course).forEach(this::gone);
        return html.append("</body>\n</html>\n").toString();
    }

    private String title() {
        return course.title() + (person.name().isEmpty() ? "" : ": " + person.name());
    }

    private void cover() {
        html.append("<header class=\"cover\">\n<p class=\"kicker\">Hand-in</p>\n<h1 dir=\"auto\">")
                .append(escape(course.title()))
                .append("</h1>\n<dl>\n");
        line("Name", person.name().isEmpty() ? "not given" : person.name());
        line("Student id", person.studentId().isEmpty() ? "not given" : person.studentId());
        line("Made", DATE.format(at.atZone(ZoneId.systemDefault())));
        html.append("</dl>\n</header>\n<table class=\"contents\">\n")
                .append("<thead><tr><th>Question</th><th>Answer</th>")
                .append("<th class=\"number\">Points</th></tr></thead>\n<tbody>\n");
        for (Lesson lesson : course.lessons()) {
            if (!lesson.questions().isEmpty()) {
                html.append("<tr class=\"lesson\"><th colspan=\"3\" dir=\"auto\">")
                        .append(escape(lesson.title()))
                        .append("</th></tr>\n");
            }
            int number = 0;
            for (Question question : lesson.questions()) {
                row(lesson, question, ++number);
            }
        }
        for (Filed each : all.changedCode(course)) {
            String what = "Java \u00b7 " + each.key().question();
            row(each.key().lesson(), each.key().question(), what, "changed", "");
        }
        for (Filed each : all.gone(course)) {
            row(each.key().lesson(), each.key().question(), each.key().question(), "kept", "");
        }
        html.append("</tbody>\n</table>\n");
    }

    private void line(String what, String words) {
        html.append("<dt>" + what + "</dt><dd dir=\"auto\">" + escape(words) + "</dd>\n");
    }

    private void row(Lesson lesson, Question question, int number) {
        String body = body(lesson, question);
        String points = question.points() == 0 ? "" : String.valueOf(question.points());
        String what = number + ". " + question.label() + " \u00b7 " + question.id();
        row(lesson.id(), question.id(), what, replies.summary(question, body), points);
    }

    private void row(String lesson, String question, String what, String answer, String points) {
        html.append("<tr><td><a href=\"#" + anchor(lesson, question) + "\">")
                .append(escape(what))
                .append("</a></td><td>" + escape(answer) + "</td>")
                .append("<td class=\"number\">" + points + "</td></tr>\n");
    }

    private Optional<Filed> filed(Lesson lesson, Question question) {
        return all.answer(lesson, question);
    }

    private String body(Lesson lesson, Question question) {
        return filed(lesson, question).map(each -> each.draft().body()).orElse("");
    }

    private void question(Lesson lesson, Question question, int number) {
        open(
                lesson.id(),
                question.id(),
                lesson.title(),
                number + ". " + question.label(),
                points(question));
        html.append("<div class=\"prompt\">").append(question.promptHtml()).append("</div>\n");
        filed(lesson, question)
                .filter(each -> !each.draft().body().isBlank())
                .filter(each -> !each.draft().promptSha256().equals(question.promptSha256()))
                .ifPresent(
                        each ->
                                html.append("<p class=\"note\">The question was edited after this")
                                        .append(" was written.</p>\n"));
        html.append("<div class=\"answer\">\n")
                .append(replies.html(question, body(lesson, question)))
                .append("</div>\n</section>\n");
    }

    private static String points(Question question) {
        return question.points() == 0
                ? ""
                : question.points() == 1 ? "1 point" : question.points() + " points";
    }

    /** A Java cell that was changed. */
    private void code(Filed each) {
        String lesson = each.key().lesson();
        String title = course.lesson(lesson).map(Lesson::title).orElse(lesson);
        open(lesson, each.key().question(), title, "Java", "");
        html.append("<div class=\"answer\">\n<pre><code>")
                .append(escape(each.draft().body()))
                .append("</code></pre>\n</div>\n</section>\n");
    }

    private void gone(Filed each) {
        open(
                each.key().lesson(),
                each.key().question(),
                each.key().lesson(),
                each.key().question(),
                "");
        html.append("<p class=\"note\">The course no longer asks this question.</p>\n")
                .append("<div class=\"prompt\">")
                .append(replies.text(each.prompt()))
                .append("</div>\n<div class=\"answer\">\n")
                .append(replies.text(each.draft().body()))
                .append("</div>\n</section>\n");
    }

    private void open(String lesson, String question, String above, String heading, String points) {
        html.append("<section class=\"question\" id=\"" + anchor(lesson, question) + "\">\n")
                .append(
                        "<p class=\"kicker\" dir=\"auto\">"
                                + escape(above)
                                + " \u00b7 "
                                + question
                                + "</p>\n")
                .append("<div class=\"head\"><h2>" + escape(heading) + "</h2>")
                .append("<span class=\"points\">" + points + "</span></div>\n");
    }

    /** Whose page it is stands on every page. */
    private String margins() {
        String who =
                String.join(
                        " \u00b7 ",
                        List.of(person.name(), person.studentId(), course.title()).stream()
                                .filter(each -> !each.isEmpty())
                                .toList());
        return "@page { @bottom-left { content: \"" + css(who) + "\"; } }\n";
    }

    /** Any text inside the quotes of a style sheet. */
    private static String css(String text) {
        StringBuilder css = new StringBuilder();
        text.codePoints()
                .forEach(
                        each -> {
                            if (Character.isLetterOrDigit(each) || each == ' ') {
                                css.appendCodePoint(each);
                            } else {
                                css.append('\\').append(Integer.toHexString(each)).append(' ');
                            }
                        });
        return css.toString();
    }

    private Map<String, byte[]> figures(String page) {
        Map<String, byte[]> figures = new HashMap<>();
        Matcher found = FIGURE.matcher(page);
        while (found.find()) {
            String address = found.group(2);
            try {
                Optional<Lesson> lesson = course.lesson(found.group(1));
                Optional<Path> file =
                        lesson.isEmpty() ? Optional.empty() : lesson.get().figure(address);
                if (file.isPresent()) {
                    figures.put(
                            "lesson/" + found.group(1) + "/" + address,
                            Files.readAllBytes(file.get()));
                }
            } catch (IOException e) {
                // The lesson's picture is not the student's work: the page says what it showed.
                System.getLogger(Sheet.class.getName())
                        .log(System.Logger.Level.WARNING, "no figure " + address, e);
            }
        }
        return figures;
    }
}
