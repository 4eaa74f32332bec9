package loupe.shell.browser;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeMap;

/** The one palette, {@code assets/palette.properties}: every colour by theme and name. */
public final class Palette {

    private final Properties colours;

    private Palette(Properties colours) {
        this.colours = colours;
    }

    public static Palette load() {
        try (InputStream in = Palette.class.getResourceAsStream("/assets/palette.properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties colours = new Properties();
            colours.load(reader);
            return new Palette(colours);
        } catch (IOException failure) {
            throw new UncheckedIOException("assets/palette.properties cannot be read", failure);
        }
    }

    /**
     * A colour as {@code #rrggbb}.
     *
     * @throws IllegalArgumentException if the palette has none of this name
     */
    public String hex(boolean dark, String name) {
        String colour = colours.getProperty((dark ? "dark." : "light.") + name);
        if (colour == null) {
            throw new IllegalArgumentException("The palette has no colour \"" + name + "\"");
        }
        return colour;
    }

    public Color colour(boolean dark, String name) {
        return Color.decode(hex(dark, name));
    }

    /** The palette as CSS variables, {@code --accent} and so on, under both themes. */
    String css() {
        return block("light") + block("dark");
    }

    private String block(String theme) {
        StringBuilder css = new StringBuilder(":root[data-theme=\"" + theme + "\"] {\n");
        new TreeMap<>(colours)
                .forEach(
                        (key, colour) -> {
                            String name = String.valueOf(key);
                            if (name.startsWith(theme + ".")) {
                                css.append("  --")
                                        .append(name.substring(theme.length() + 1))
                                        .append(": ")
                                        .append(colour)
                                        .append(";\n");
                            }
                        });
        return css.append("}\n").toString();
    }
}
