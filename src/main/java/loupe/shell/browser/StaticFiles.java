package loupe.shell.browser;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The files the program brings for its pages: panels and styles, fonts, the palette. */
final class StaticFiles {

    private static final Map<String, String> TYPES =
            Map.of(
                    "js", "text/javascript",
                    "css", "text/css",
                    "html", "text/html",
                    "json", "application/json",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "otf", "font/otf",
                    "ttf", "font/ttf");

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private static final List<String> FONT_FOLDERS =
            List.of(
                    "/com/formdev/flatlaf/fonts/inter/",
                    "/com/formdev/flatlaf/fonts/jetbrains_mono/");

    private StaticFiles() {}

    static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    /** A library that pages use, by the name it has below {@code /web/lib}. */
    private static final Map<String, String> LIBRARIES =
            Map.of(
                    "highlight.min.js",
                    "/META-INF/resources/webjars/highlightjs/11.11.1/highlight.min.js");

    /** A file below {@code /web} of the class path. */
    static SiteReply web(List<String> path) {
        if (path.size() == 3 && path.get(1).equals("lib")) {
            String name = LIBRARIES.get(path.get(2));
            return name == null ? missing(path) : resource(name, path);
        }
        return resource("/" + String.join("/", path), path);
    }

    static SiteReply font(List<String> path) {
        for (String folder : FONT_FOLDERS) {
            SiteReply found = resource(folder + path.get(path.size() - 1), path);
            if (found.status() == 200) {
                return found;
            }
        }
        return missing(path);
    }

    private static SiteReply resource(String name, List<String> path) {
        if (!path.stream().allMatch(part -> PLAIN_NAME.matcher(part).matches())) {
            return missing(path);
        }
        try (InputStream in = StaticFiles.class.getResourceAsStream(name)) {
            return in == null ? missing(path) : new SiteReply(200, type(name), in.readAllBytes());
        } catch (IOException failure) {
            return SiteReply.text(500, "text/plain", name + ": " + failure.getMessage());
        }
    }

    static SiteReply missing(List<String> path) {
        return SiteReply.missing("There is nothing at /" + String.join("/", path) + ".");
    }
}
