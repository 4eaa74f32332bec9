package loupe.author;

import static loupe.author.HtmlPage.escape;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import loupe.lesson.Experiment;
import loupe.lesson.Lesson;

/**
 * An experiment on a page that cannot run it: its picture with its caption and its settings, or why
 * there is no picture, with what its author wrote for those who cannot run it.
 */
record Figure(Lesson lesson, Experiment experiment, Camera.Shot shot) {
    private static final List<String> NOT_SETTINGS =
            List.of("view", "caption", "fallback", "allow", "models");

    String html() {
        return "<figure class=\"experiment\" id=\""
                + escape(experiment.id())
                + "\">\n"
                + picture()
                + "<figcaption>"
                + escape((setting("caption") + " " + note()).strip())
                + "</figcaption>\n<table>\n"
                + settings()
                + "</table>\n</figure>";
    }

    private String setting(String name) {
        return words(experiment.settings().getOrDefault(name, ""));
    }

    private String note() {
        return "In Loupe this is a live experiment, in the " + setting("view") + " view.";
    }

    private String picture() {
        if (shot instanceof Camera.Picture taken) {
            return """
                    <picture>
                    <source media="(prefers-color-scheme: dark)" srcset="%s">
                    <img src="%s" width="%d" height="%d" alt="%s">
                    </picture>
                    """
                    .formatted(
                            escape(taken.dark()),
                            escape(taken.light()),
                            taken.width(),
                            taken.height(),
                            escape(taken.alt()));
        }
        String why = shot instanceof Camera.Nothing nothing ? nothing.why() : "";
        return (why.isEmpty() ? "" : "<p class=\"no-picture\">" + escape(why) + "</p>\n")
                + fallback(setting("fallback"));
    }

    /** What the author wrote for this case: words, or the address of a picture. */
    private String fallback(String words) {
        try {
            String alt = escape(setting("caption"));
            return new Pictures(lesson)
                    .data(words)
                    .map(data -> "<img src=\"" + data + "\" alt=\"" + alt + "\">\n")
                    .orElse(words.isEmpty() ? "" : "<p>" + escape(words) + "</p>\n");
        } catch (IOException unreadable) {
            return "";
        }
    }

    private String settings() {
        StringBuilder rows = new StringBuilder();
        for (Map.Entry<String, Object> each : experiment.settings().entrySet()) {
            if (!NOT_SETTINGS.contains(each.getKey())) {
                rows.append("<tr><th scope=\"row\">").append(escape(each.getKey()));
                rows.append("</th><td>").append(escape(words(each.getValue())));
                rows.append("</td></tr>\n");
            }
        }
        return rows.toString();
    }

    private static String words(Object value) {
        return value instanceof List<?> list
                ? String.join(" / ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }
}
