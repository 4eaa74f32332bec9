package loupe.model;

import java.util.Map;
import loupe.tensor.Activation;

/** A {@code config.json} as read, asked key by key; every complaint names file, key and value. */
final class Settings {
    private final String origin;
    private final Map<String, ?> values;

    Settings(String origin, Map<String, ?> values) {
        this.origin = origin;
        this.values = values;
    }

    boolean has(String key) {
        return values.get(key) != null;
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

    int count(String key, int otherwise) {
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

    boolean flag(String key, boolean otherwise) {
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

    /** The activation function of that name. */
    Activation activation(String key, Activation otherwise) {
        return Activation.named(text(key, otherwise.published()))
                .orElseThrow(() -> wrong(key, "an activation function we know"));
    }

    ConfigException wrong(String key, String wanted) {
        return new ConfigException(
                origin + ": " + key + " is " + values.get(key) + ", wanted " + wanted + ".");
    }
}
