package loupe.token;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loupe.tensor.Torch;

/** A {@code tokenizer.json} at work: text to tokens and back. Nothing is ever fetched. */
public final class Tokenizer implements AutoCloseable {

    /** As the file says, but no cutting and no filling up: a text that is too long must show. */
    private static final Map<String, String> OPTIONS =
            Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "true");

    private final HuggingFaceTokenizer tokenizer;
    private final Set<Long> special;

    private Tokenizer(HuggingFaceTokenizer tokenizer, Set<Long> special) {
        this.tokenizer = tokenizer;
        this.special = special;
    }

    /**
     * @param file a {@code tokenizer.json}
     * @throws TokenizerException if it is missing, or is no tokenizer
     */
    public static Tokenizer open(Path file) throws TokenizerException {
        Torch.settle();
        byte[] json = bytes(file);
        try {
            Set<Long> special = SpecialTokens.ids(json);
            return new Tokenizer(
                    HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS),
                    special);
        } catch (IOException | IllegalStateException e) { // what the JSON reader throws
            throw new TokenizerException(file + " is not a tokenizer: its JSON is damaged.", e);
        } catch (RuntimeException e) { // the native library gives its reason as the message
            throw new TokenizerException(
                    "%s is not a tokenizer: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /** The tokens of a text, with the marks that its model wants around it. */
    public List<Token> encode(String text) {
        Encoding encoding = tokenizer.encode(wellFormed(text), true, false);
        return new Alignment(text, encoding, special).tokens();
    }

    /** The ids alone, without marks around them: for long texts. */
    public long[] ids(String text) {
        return tokenizer.encode(wellFormed(text), false, false).getIds();
    }

    /** The text of those tokens; bytes that form no whole character become U+FFFD. */
    public String decode(long... ids) {
        return tokenizer.decode(ids, false);
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    private static byte[] bytes(Path file) throws TokenizerException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TokenizerException(file + " cannot be read.", e);
        }
    }

    /** Half a surrogate pair is no text and would shift all places after it; same length. */
    private static String wellFormed(String text) {
        StringBuilder well = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(well::appendCodePoint);
        return well.toString();
    }
}
