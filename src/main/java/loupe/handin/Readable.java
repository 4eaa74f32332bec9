package loupe.handin;

import java.util.Objects;

/** A hand-in as one Markdown text. */
final class Readable {
    private Readable() {}

    static String of(Contents contents) {
        StringBuilder text = new StringBuilder("# " + contents.course().title() + "\n\n");
        text.append("Name: " + or(contents.person().name()) + "  \n");
        text.append("Student id: " + or(contents.person().studentId()) + "  \n");
        text.append("Made: " + contents.at() + "\n");
        for (Contents.Answer each : contents.answers()) {
            text.append("\n## " + each.lesson() + " / " + each.question());
            text.append(each.points() == 0 ? "" : " (" + each.points() + " points)");
            text.append("\n\n");
            if (!each.asked()) {
                text.append("*The course no longer asks this question.*\n\n");
            }
            if (each.promptEditedSince()) {
                text.append("*The question was edited after this was written.*\n\n");
            }
            words(each, Objects.requireNonNullElse(each.prompt(), ""))
                    .lines()
                    .forEach(line -> text.append("> " + line + "\n"));
            text.append("\n");
            text.append(each.body().isBlank() ? "*No answer*" : words(each, each.body()));
            text.append("\n");
        }
        return text.toString();
    }

    /** A text of an answer; code keeps its lines behind a fence that is longer than any in it. */
    private static String words(Contents.Answer answer, String text) {
        if (!answer.isCode() || text.isBlank()) {
            return text;
        }
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "java\n" + text + "\n" + fence;
    }

    private static String or(String text) {
        return text.isEmpty() ? "not given" : text;
    }
}
