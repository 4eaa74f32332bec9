package loupe.author;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;
import java.util.regex.Pattern;
import loupe.lesson.Choice;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Numeric;
import loupe.lesson.Question;
import loupe.lesson.Task;

/**
 * The questions of a lesson in GIFT, the text form that Moodle imports: a choice is a choice, a
 * number a number, a writeup an essay. A task has no form there, nor have points.
 */
record Gift(Course course, Lesson lesson) {
    private static final String SPECIAL = "\\~=#{}:";

    /** What a link inside the lesson leads to is not there in Moodle. */
    private static final Pattern INNER_LINK = Pattern.compile("(?s)<a href=\"#[^\"]*\">(.*?)</a>");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    String text() throws IOException {
        StringBuilder gift = new StringBuilder();
        gift.append("$CATEGORY: ").append(category(course.title()));
        gift.append('/').append(category(lesson.title())).append("\n\n");
        for (Question each : lesson.questions()) {
            if (each instanceof Task) {
                gift.append("// ")
                        .append(each.id())
                        .append(" is a task, which Moodle does not know.");
                gift.append("\n\n");
                continue;
            }
            if (each.points() > 0) {
                gift.append("// points: ").append(each.points()).append('\n');
            }
            gift.append("::").append(escape(lesson.id() + "/" + each.id())).append("::[html]");
            gift.append(html(each.promptHtml()));
            gift.append(' ').append(answers(each)).append("\n\n");
        }
        return gift.toString();
    }

    /** A slash would begin a category inside the category. */
    private static String category(String title) {
        return title.replaceAll("\\s+", " ").replace("/", "//");
    }

    private String answers(Question question) throws IOException {
        if (question instanceof Choice choice) {
            return choice(choice);
        }
        if (question instanceof Numeric numeric) {
            return numeric.right().isEmpty() ? "{}" : numeric(numeric.right().get(0));
        }
        return "{}";
    }

    private static String numeric(Numeric.Range range) {
        BigDecimal value = range.least().add(range.most()).divide(TWO, MathContext.DECIMAL64);
        BigDecimal tolerance =
                range.most().subtract(range.least()).divide(TWO, MathContext.DECIMAL64);
        return "{#" + plain(value) + ":" + plain(tolerance) + "}";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private String choice(Choice choice) throws IOException {
        Set<String> right = choice.right();
        StringBuilder gift = new StringBuilder("{\n");
        for (Choice.Option each : choice.options()) {
            boolean good = right.contains(each.key());
            gift.append('\t').append(mark(good, right.size(), choice.multiple()));
            gift.append("[html]").append(html(each.html()));
            if (!each.feedbackHtml().isEmpty()) {
                gift.append('#').append(html(each.feedbackHtml()));
            }
            gift.append('\n');
        }
        return gift.append('}').toString();
    }

    /** The right ones of several share the whole; a wrong one takes it away. */
    private static String mark(boolean right, int count, boolean multiple) {
        if (!multiple) {
            return right ? "=" : "~";
        }
        BigDecimal share =
                BigDecimal.valueOf(100)
                        .divide(BigDecimal.valueOf(Math.max(1, count)), 5, RoundingMode.DOWN);
        return right ? "~%" + plain(share) + "%" : "~%-100%";
    }

    private String html(String html) throws IOException {
        String words = INNER_LINK.matcher(html).replaceAll("$1");
        String whole = new Pictures(lesson).inline(words).strip();
        boolean onePassage =
                whole.startsWith("<p>")
                        && whole.indexOf("</p>") == whole.length() - "</p>".length();
        String inside = onePassage ? whole.substring(3, whole.length() - 4) : whole;
        return escape(inside).replaceAll("\\R", "\\\\n");
    }

    /** A backslash before each character that means something in GIFT. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char each : text.toCharArray()) {
            if (SPECIAL.indexOf(each) >= 0) {
                escaped.append('\\');
            }
            escaped.append(each);
        }
        return escaped.toString();
    }
}
