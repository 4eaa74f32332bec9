package loupe.handin;

import static loupe.handin.AnswerHtml.escape;

import java.util.List;
import loupe.lesson.Choice;
import loupe.lesson.Numeric;
import loupe.lesson.Question;
import loupe.lesson.Task;
import loupe.lesson.Words;
import loupe.lesson.Writeup;

/** Answers as they are printed, each type of question in its own way. */
final class Replies {
    private static final String NONE = "<p class=\"empty\">No answer</p>\n";
    private final AnswerHtml markdown;

    Replies(AnswerHtml markdown) {
        this.markdown = markdown;
    }

    String text(String body) {
        return markdown.of(body);
    }

    String html(Question question, String body) {
        if (question instanceof Choice choice) {
            return choice(choice, body);
        }
        if (question instanceof Task) {
            return body.isBlank()
                    ? "<p class=\"empty\">Not ticked off</p>\n"
                    : "<p><span class=\"mark chosen\"></span>Done</p>\n";
        }
        if (body.isBlank()) {
            return NONE;
        }
        if (question instanceof Numeric numeric) {
            String unit =
                    numeric.read(body).isPresent() && !body.strip().endsWith(numeric.unit())
                            ? " " + numeric.unit()
                            : "";
            return "<p class=\"value\" dir=\"auto\">" + escape(body + unit) + "</p>\n";
        }
        return text(body);
    }

    private static String choice(Choice choice, String body) {
        StringBuilder html = new StringBuilder("<ul class=\"options\">\n");
        List<Choice.Option> chosen = choice.chosen(body);
        for (Choice.Option each : choice.options()) {
            String mark = chosen.contains(each) ? "mark chosen" : "mark";
            html.append("<li><span class=\"" + mark + "\"></span><div>")
                    .append(each.html())
                    .append("</div></li>\n");
        }
        body.lines()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .filter(key -> choice.options().stream().noneMatch(o -> o.key().equals(key)))
                .forEach(
                        key ->
                                html.append("<li><span class=\"mark chosen\"></span><div>")
                                        .append(escape(key))
                                        .append(" (no longer offered)</div></li>\n"));
        html.append("</ul>\n");
        return body.isBlank() ? html + NONE : html.toString();
    }

    /** A few words for the list of questions. */
    String summary(Question question, String body) {
        if (body.isBlank()) {
            return question instanceof Task ? "not ticked off" : "empty";
        }
        if (question instanceof Writeup) {
            int words = Words.count(body);
            return words == 1 ? "1 word" : words + " words";
        }
        return question instanceof Task ? "done" : "answered";
    }
}
