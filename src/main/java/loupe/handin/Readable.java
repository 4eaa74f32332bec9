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
            Objects.requireNonNullElse(each.prompt(), "")
                    .lines()
                    .forEach(line -> text.append("> " + line + "\n"));
            text.append("\n").append(each.body().isBlank() ? "*No answer*" : each.body());
            text.append("\n");
        }
        return text.toString();
    }

    private static String or(String text) {
        return text.isEmpty() ? "not given" : text;
    }
}
