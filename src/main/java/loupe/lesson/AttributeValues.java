package loupe.lesson;

import java.math.BigDecimal;
import java.util.Optional;

/** The values of one block's attributes as what they are meant to be; others are findings. */
final class AttributeValues {
    private final Reading reading;
    private final Attributes attributes;
    private final int line;

    AttributeValues(Reading reading, Directive block) {
        this(reading, block.attributes(), block.line());
    }

    /**
     * @param line where they stand, counted from 0
     */
    AttributeValues(Reading reading, Attributes attributes, int line) {
        this.reading = reading;
        this.attributes = attributes;
        this.line = line;
    }

    /** A whole number, 0 where there is none. */
    int count(String name) {
        return read(name, "a whole number", AttributeValues::whole).orElse(0);
    }

    /** A whole number in these bounds, 0 where there is none. */
    int count(String name, int least, int most) {
        return read(
                        name,
                        "a whole number from " + least + " to " + most,
                        value -> whole(value).filter(each -> each >= least && each <= most))
                .orElse(0);
    }

    private static Optional<Integer> whole(String value) {
        return value.matches("[0-9]{1,6}")
                ? Optional.of(Integer.parseInt(value))
                : Optional.empty();
    }

    /** A switch: off where it is not named. */
    boolean flag(String name) {
        return read(name, "true or false", AttributeValues::truth).orElse(false);
    }

    private static Optional<Boolean> truth(String value) {
        return value.equals("true") || value.equals("false")
                ? Optional.of(value.equals("true"))
                : Optional.empty();
    }

    Optional<BigDecimal> number(String name) {
        return read(name, "a number", Numeric::number);
    }

    /** When feedback is given: at once, unless the author says otherwise. */
    Feedback feedback() {
        Optional<Attributes.Attribute> found = attributes.get("feedback");
        if (found.isEmpty()) {
            return Feedback.IMMEDIATE;
        }
        String value = found.get().value();
        Optional<Feedback> feedback = Feedback.of(value);
        if (feedback.isEmpty()) {
            String message = "\"feedback\" cannot be \"" + value + "\"";
            reading.findings()
                    .misspelt("D004", spot(found.get()), message, value, Feedback.words());
        }
        return feedback.orElse(Feedback.AFTER_HAND_IN);
    }

    /** How a value is read: empty for one that is not of its type. */
    @FunctionalInterface
    private interface Type<T> {
        Optional<T> read(String value);
    }

    private <T> Optional<T> read(String name, String what, Type<T> type) {
        Optional<Attributes.Attribute> found = attributes.get(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String value = found.get().value();
        Optional<T> read = type.read(value);
        if (read.isEmpty()) {
            reading.findings()
                    .error(
                            "Y002",
                            spot(found.get()),
                            "\"" + name + "\" must be " + what + ", not \"" + value + "\"");
        }
        return read;
    }

    /** Where the value of an attribute stands. */
    Spot spot(Attributes.Attribute each) {
        int width = Math.max(1, each.value().length());
        return reading.source().spot(line, each.valueColumn(), width);
    }
}
