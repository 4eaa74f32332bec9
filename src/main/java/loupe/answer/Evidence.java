package loupe.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A view attached to an answer: the panel's state as JSON (which reopens exactly that view), its
 * picture as PNG, its numbers as CSV. An answer's Markdown names it by its content: {@code
 * ![caption](evidence:<sha256>)}.
 *
 * @param png not copied: a picture has one owner at a time
 */
public record Evidence(String state, byte[] png, String csv) {
    private static final Pattern LINK = Pattern.compile("evidence:([0-9a-f]{64})");

    public Evidence {
        Objects.requireNonNull(state);
        Objects.requireNonNull(png);
        Objects.requireNonNull(csv);
    }

    /** SHA-256 of the three parts, each behind its length: 64 hexadecimal digits. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : List.of(bytes(state), png, bytes(csv))) {
                digest.update(bytes(part.length + ":"));
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What an answer's Markdown says to show this view; the caption may hold any text. */
    public String markdown(String caption) {
        String plain = caption.replaceAll("\\s+", " ").replaceAll("([\\\\\\[\\]])", "\\\\$1");
        return "![" + plain + "](evidence:" + sha256() + ")";
    }

    /** The SHA-256 of every view that a text names, in their order. */
    public static List<String> namedIn(String markdown) {
        return LINK.matcher(markdown).results().map(each -> each.group(1)).distinct().toList();
    }

    /** The SHA-256 in an address such as {@code evidence:<sha256>}; empty if it is no such. */
    public static String of(String address) {
        Matcher link = LINK.matcher(address);
        return link.matches() ? link.group(1) : "";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that
                && state.equals(that.state)
                && csv.equals(that.csv)
                && Arrays.equals(png, that.png);
    }

    @Override
    public int hashCode() {
        return Objects.hash(state, csv, Arrays.hashCode(png));
    }
}
