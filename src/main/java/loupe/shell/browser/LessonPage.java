package loupe.shell.browser;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import loupe.lesson.Lesson;

/** A lesson as a whole document: its {@code <main>} with the program's styles and scripts. */
final class LessonPage {

    private static final List<String> FONTS =
            List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf");

    private LessonPage() {}

    static String of(Lesson lesson, PageLook look) {
        return document(lesson.head().lang(), lesson.title(), lesson.html(), look);
    }

    /** The page in the place of a lesson that the course does not have. */
    static String missing(String id, PageLook look) {
        return document(
                "en",
                "No such lesson",
                "<main class=\"lesson\"><header class=\"lesson-head\"><h1>There is no lesson"
                        + " here</h1></header><p>The course has no lesson \""
                        + escape(id)
                        + "\". Choose one from the contents.</p></main>",
                look);
    }

    private static String document(String lang, String title, String main, PageLook look) {
        return """
                <!doctype html>
                <html lang="%s" data-theme="%s" data-scale="%s" data-scroll="%d" data-keys="%s">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                %s<link rel="stylesheet" href="/palette.css">
                <link rel="stylesheet" href="/web/page.css">
                <script type="module" blocking="render" src="/web/page.js"></script>
                </head>
                <body>
                %s
                </body>
                </html>
                """
                .formatted(
                        escape(Optional.of(lang).filter(code -> !code.isEmpty()).orElse("en")),
                        look.theme(),
                        look.textSize() / 100.0,
                        look.scroll(),
                        escape(look.keys()),
                        escape(title),
                        preloads(),
                        main);
    }

    /** The fonts of every page, named at once and not first by its style sheets. */
    private static String preloads() {
        return FONTS.stream()
                .map(
                        name ->
                                "<link rel=\"preload\" as=\"font\" crossorigin href=\"/font/"
                                        + name
                                        + "\">")
                .collect(joining("\n", "", "\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
