package loupe.author;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loupe.lesson.Lesson;

/** Puts a lesson's pictures into its text, so that the text needs no other file. */
record Pictures(Lesson lesson) {
    private static final Pattern SOURCE = Pattern.compile("src=\"/lesson/[^/\"]+/([^\"]+)\"");

    String inline(String html) throws IOException {
        Matcher source = SOURCE.matcher(html);
        StringBuilder text = new StringBuilder();
        while (source.find()) {
            String address =
                    URLDecoder.decode(
                            source.group(1).replace("+", "%2B").replace("&amp;", "&"),
                            StandardCharsets.UTF_8);
            String data = data(address).orElse("");
            source.appendReplacement(text, Matcher.quoteReplacement("src=\"" + data + "\""));
        }
        return source.appendTail(text).toString();
    }

    /** A picture by its address below the lesson, as an address that holds it. */
    Optional<String> data(String address) throws IOException {
        Optional<Path> file = lesson.figure(address);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String bytes = Base64.getEncoder().encodeToString(Files.readAllBytes(file.get()));
        return Optional.of("data:" + type(address) + ";base64," + bytes);
    }

    private static String type(String address) {
        String ending = address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "svg" -> "image/svg+xml";
            case "jpg", "jpeg" -> "image/jpeg";
            default -> "image/" + ending;
        };
    }
}
