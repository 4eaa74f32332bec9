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
    public int count(String key) {
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

    public float positive(String key, double otherwise) {
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

    public String text(String key, String otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (values.get(key) instanceof String text) {
            return text;
        }
        throw wrong(key, "a text");
    }

    /** Whether the list of that name has the text. */
    public boolean lists(String key, String text) {
        return values.get(key) instanceof List<?> list && list.contains(text);
    }

    /** A token's number, from 0. */
    public int token(String key, int otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        double value = values.get(key) instanceof Number number ? number.doubleValue() : -1;
        if (value < 0 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
            throw wrong(key, "the number of a token");
        }
        return (int) value;
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

    /** How many labels a classifier tells apart. */
    public int labels(int otherwise) {
        return values.get("id2label") instanceof Map<?, ?> names
                ? names.size()
                : count("num_labels", otherwise);
    }

    /** The activation function of that name. */
    public Activation activation(String key, Activation otherwise) {
        return Activation.named(text(key, otherwise.published()))
                .orElseThrow(() -> wrong(key, "an activation function we know"));
    }

    public ConfigException wrong(String key, String wanted) {
        return new ConfigException(
                origin + ": " + key + " is " + values.get(key) + ", wanted " + wanted + ".");
    }
}
