package loupe.lesson;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question that wants a number. An answer is what was typed; {@code unit} is the unit it is asked
 * in, empty for a pure number. {@code right} is the range of right numbers, none where only the
 * instructor has it.
 */
public record Numeric(Stem stem, String unit, Feedback feedback, List<Range> right)
        implements Question {

    /** Few enough digits that arithmetic on what somebody typed is done at once. */
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)(\\d{0,30})(?:[.,](\\d{0,30}))?(?:[eE]([+-]?\\d{1,2}))?");

    public Numeric {
        Objects.requireNonNull(stem);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(feedback);
        right = List.copyOf(right);
    }

    /** The numbers from {@code least} to {@code most}, both included. */
    public record Range(BigDecimal least, BigDecimal most) {
        public Range {
            if (least.compareTo(most) > 0) {
                throw new IllegalArgumentException("no range: " + least + " to " + most);
            }
        }

        boolean holds(BigDecimal number) {
            return least.compareTo(number) <= 0 && number.compareTo(most) <= 0;
        }
    }

    @Override
    public String label() {
        return "Number";
    }

    @Override
    public String block() {
        return "numeric";
    }

    @Override
    public String invitation() {
        return "Enter your answer";
    }

    /**
     * The number in a text: a point or a comma before the decimals, {@code 1e-3}, the true minus
     * sign, and the unit behind it are understood.
     */
    public Optional<BigDecimal> read(String body) {
        String text = body.strip();
        if (!unit.isEmpty() && text.endsWith(unit)) {
            text = text.substring(0, text.length() - unit.length()).strip();
        }
        return number(text);
    }

    static Optional<BigDecimal> number(String text) {
        Matcher parts = NUMBER.matcher(text.replace('\u2212', '-'));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String whole = parts.group(2);
        String decimals = parts.group(3) == null ? "" : parts.group(3);
        if (whole.isEmpty() && decimals.isEmpty()) {
            return Optional.empty();
        }
        String exponent = parts.group(4) == null ? "0" : parts.group(4);
        return Optional.of(
                new BigDecimal(parts.group(1) + "0" + whole + "." + decimals + "0")
                        .scaleByPowerOfTen(Integer.parseInt(exponent)));
    }

    /** Whether an answer is right; empty where it is no number, or nobody here knows. */
    public Optional<Boolean> isRight(String body) {
        return right.isEmpty()
                ? Optional.empty()
                : read(body).map(number -> right.stream().anyMatch(range -> range.holds(number)));
    }
}
