package loupe.shell.browser;

import java.util.Optional;
import loupe.lesson.Lesson;

/** A lesson as a whole document: its {@code <main>} with the program's styles and scripts. */
final class LessonPage {

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
                <html lang="%s" data-theme="%s" data-scale="%s" data-keys="%s">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                <link rel="stylesheet" href="/palette.css">
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
                        escape(look.keys()),
                        escape(title),
                        main);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
