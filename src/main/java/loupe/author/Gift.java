package loupe.author;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
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
 * number a number, a writeup an essay. What has no form there becomes a comment: a task, points, a
 * question whose answer nobody wrote down. Source: what Moodle's own importer reads.
 */
record Gift(Course course, Lesson lesson) {
    private static final String SPECIAL = "\\~=#{}:";

    /** What a link inside the lesson leads to is not there in Moodle. */
    private static final Pattern INNER_LINK = Pattern.compile("(?s)<a href=\"#[^\"]*\">(.*?)</a>");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Moodle has a grade for each tenth of the whole and no smaller one that fits. */
    private static final int MOST_RIGHT = 10;

    String text() throws IOException {
        StringBuilder gift = new StringBuilder();
        gift.append("$CATEGORY: ").append(category(course.title()));
        gift.append('/').append(category(lesson.title())).append("\n\n");
        for (Question each : lesson.questions()) {
            Optional<String> why = missing(each);
            if (why.isPresent()) {
                gift.append("// ").append(each.id()).append(' ').append(why.get()).append("\n\n");
                continue;
            }
            if (each.points() > 0) {
                gift.append("// points: ").append(each.points()).append('\n');
            }
            gift.append("::").append(escape(lesson.id() + "/" + each.id())).append("::[html]");
            gift.append(html(each.promptHtml())).append(unit(each));
            gift.append(' ').append(answers(each)).append("\n\n");
        }
        return gift.toString();
    }

    /** A slash would begin a category inside the category; nothing but a backslash is escaped. */
    private static String category(String title) {
        return title.replaceAll("\\s+", " ").replace("\\", "\\\\").replace("/", "//");
    }

    /** Why a question cannot be one there, if it cannot. */
    private static Optional<String> missing(Question question) {
        if (question instanceof Task) {
            return Optional.of("is a task, which Moodle does not know.");
        }
        if (question instanceof Numeric numeric && numeric.right().isEmpty()) {
            return Optional.of("has no value here: without one, Moodle cannot ask for a number.");
        }
        if (question instanceof Choice choice) {
            int right = choice.right().size();
            return right == 0
                    ? Optional.of("has no right option here, and Moodle needs one.")
                    : right > MOST_RIGHT
                            ? Optional.of("has " + right + " right options; Moodle weighs 10.")
                            : Optional.empty();
        }
        return Optional.empty();
    }

    /** Moodle takes the number alone. */
    private static String unit(Question question) {
        return question instanceof Numeric numeric && !numeric.unit().isEmpty()
                ? " (" + escape(HtmlPage.escape(numeric.unit())) + ")"
                : "";
    }

    private String answers(Question question) throws IOException {
        if (question instanceof Choice choice) {
            return choice(choice);
        }
        if (question instanceof Numeric numeric) {
            return numeric(numeric.right().get(0));
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
                gift.append("#[html]").append(html(each.feedbackHtml()));
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
