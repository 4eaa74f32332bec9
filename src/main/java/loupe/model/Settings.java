package loupe.model;

import java.util.List;
import java.util.Map;
import loupe.tensor.Activation;

/** A {@code config.json} as read, asked key by key; every complaint names file, key and value. */
public final class Settings {
    private final String origin;
    private final Map<String, ?> values;

    public Settings(String origin, Map<String, ?> values) {
        this.origin = origin;
        this.values = values;
    }

    public boolean has(String key) {
        return values.get(key) != null;
    }

    /** Whether it is that text. */
    public boolean is(String key, String text) {
        return text.equals(values.get(key));
    }

    /** A positive whole number that must be there. */
    int count(String key) {
        if (!has(key)) {
            throw new ConfigException(origin + ": " + key + " is missing.");
        }
        double value = values.get(key) instanceof Number number ? number.doubleValue() : 0;
        if (value < 1 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
            throw wrong(key, "a positive whole number");
        }
        return (int) value;
    }

    public int count(String key, int otherwise) {
        return has(key) ? count(key) : otherwise;
    }

    float positive(String key, double otherwise) {
        if (!has(key)) {
            return (float) otherwise;
        }
        double value = values.get(key) instanceof Number number ? number.doubleValue() : 0;
        if (!(value > 0) || Double.isInfinite(value)) {
            throw wrong(key, "a positive number");
        }
        return (float) value;
    }

    /** A number that is not without end. */
    public double number(String key, double otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        double value = values.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
        if (!Double.isFinite(value)) {
            throw wrong(key, "a number");
        }
        return value;
    }

    public boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (values.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "true or false");
    }

    String text(String key, String otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (values.get(key) instanceof String text) {
            return text;
        }
        throw wrong(key, "a text");
    }

    /** A list of words, each a list of token numbers. */
    public List<List<Long>> words(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(values.get(key) instanceof List<?> words)) {
            throw wrong(key, "a list of lists of token numbers");
        }
        return words.stream().map(word -> word(key, word)).toList();
    }

    private List<Long> word(String key, Object word) {
        if (word instanceof List<?> tokens
                && !tokens.isEmpty()
                && tokens.stream().allMatch(Number.class::isInstance)) {
            return tokens.stream().map(token -> ((Number) token).longValue()).toList();
        }
        throw wrong(key, "a list of lists of token numbers");
    }

    /** The activation function of that name. */
    Activation activation(String key, Activation otherwise) {
        return Activation.named(text(key, otherwise.published()))
                .orElseThrow(() -> wrong(key, "an activation function we know"));
    }

    /** A whole number, 0 or above. */
    public int index(String key, int otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        double value = values.get(key) instanceof Number number ? number.doubleValue() : -1;
        if (value < 0 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
            throw wrong(key, "a whole number, 0 or above");
        }
        return (int) value;
    }

    /** A positive whole number that must be there and divide another one. */
    int divisor(String key, String whole) {
        int value = count(key);
        if (count(whole) % value != 0) {
            throw wrong(key, "a divisor of " + whole + ", which is " + count(whole));
        }
        return value;
    }

    /** One of these texts, or the first where there is none. */
    String oneOf(String key, String... texts) {
        String text = text(key, texts[0]);
        if (!List.of(texts).contains(text)) {
            throw wrong(key, String.join(" or ", texts));
        }
        return text;
    }

    /**
     * The published class that the file was made with, which must be one of these; nothing where
     * that is not said.
     */
    String madeAs(String... classes) {
        if (!(values.get("architectures") instanceof List<?> made) || made.isEmpty()) {
            return "";
        }
        if (made.get(0) instanceof String first && List.of(classes).contains(first)) {
            return first;
        }
        throw new ConfigException(
                "%s: architectures is %s, which cannot be run; wanted %s."
                        .formatted(origin, made.get(0), String.join(", ", classes)));
    }

    /** How many classes a classifier tells apart: 2 where that is not said. */
    int labels() {
        if (values.get("id2label") instanceof Map<?, ?> names && !names.isEmpty()) {
            return names.size();
        }
        return count("num_labels", 2);
    }

    public ConfigException wrong(String key, String wanted) {
        return new ConfigException(
                origin + ": " + key + " is " + values.get(key) + ", wanted " + wanted + ".");
    }
}
