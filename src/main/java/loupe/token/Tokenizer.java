package loupe.token;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loupe.tensor.Torch;

/**
 * A tokenizer at work: text to tokens and back. Whatever files a model comes with, one library does
 * the work, since what is not a {@code tokenizer.json} is made into one in memory. Nothing is ever
 * fetched.
 */
public final class Tokenizer implements AutoCloseable {

    /** As the file says, but no cutting and no filling up: a text that is too long must show. */
    private static final Map<String, String> OPTIONS =
            Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "true");

    private final HuggingFaceTokenizer tokenizer;
    private final Map<Long, String> special;
    private final Optional<Renumbering> renumbering;

    private Tokenizer(
            HuggingFaceTokenizer tokenizer,
            Map<Long, String> special,
            Optional<Renumbering> renumbering) {
        this.tokenizer = tokenizer;
        this.special = special;
        this.renumbering = renumbering;
    }

    /**
     * @param file a {@code tokenizer.json}
     * @throws TokenizerException if it is missing, or is no tokenizer
     */
    public static Tokenizer open(Path file) throws TokenizerException {
        TokenizerFolder folder = new TokenizerFolder(file.toAbsolutePath().getParent());
        byte[] json = folder.bytes(file.getFileName().toString());
        return open(file, json, Optional.empty());
    }

    /**
     * The tokenizer of the model in that folder, from the first of these that is there: {@code
     * source.spm} with {@code vocab.json}, {@code tokenizer.json}, {@code vocab.txt}, {@code
     * vocab.json} with {@code merges.txt}, {@code spiece.model}.
     *
     * @throws TokenizerException if none is there, or it is damaged
     */
    public static Tokenizer ofFolder(Path path) throws TokenizerException {
        TokenizerFolder folder = new TokenizerFolder(path);
        if (folder.has("source.spm")) {
            return marian(folder, "source.spm");
        }
        if (folder.has("tokenizer.json")) {
            return open(path.resolve("tokenizer.json"));
        }
        if (folder.has("vocab.txt")) {
            return open(path.resolve("vocab.txt"), WordPieceFiles.compose(folder));
        }
        if (folder.has("vocab.json") && folder.has("merges.txt")) {
            return open(path.resolve("vocab.json"), BytePairFiles.compose(folder));
        }
        if (folder.has("spiece.model")) {
            return open(
                    path.resolve("spiece.model"),
                    SentencePieceFiles.compose(folder, "spiece.model"));
        }
        throw new TokenizerException(
                ("There is no tokenizer in %s: wanted tokenizer.json, vocab.txt, vocab.json with"
                                + " merges.txt, source.spm with vocab.json, or spiece.model.")
                        .formatted(path));
    }

    /** The tokenizer for what the model writes; another one than for what it reads in Marian. */
    public static Tokenizer ofFolderForTarget(Path path) throws TokenizerException {
        TokenizerFolder folder = new TokenizerFolder(path);
        return folder.has("target.spm") ? marian(folder, "target.spm") : ofFolder(path);
    }

    /** The tokens of a text, with the marks that its model wants around it. */
    public List<Token> encode(String text) {
        String well = wellFormed(text);
        return tokens(List.of(well), tokenizer.encode(well, true, false));
    }

    /** The tokens of two texts, one after the other, with the marks that belong there. */
    public List<Token> encode(String text, String pair) {
        String first = wellFormed(text);
        String second = wellFormed(pair);
        return tokens(List.of(first, second), tokenizer.encode(first, second, true, false));
    }

    /** The ids alone, without marks around them: for long texts. */
    public long[] ids(String text) {
        return numbered(tokenizer.encode(wellFormed(text), false, false));
    }

    /** Whether that is a mark such as an end of text, rather than text. */
    public boolean isMark(long id) {
        return renumbering
                .map(numbers -> numbers.isMark(id))
                .orElseGet(() -> special.containsKey(id));
    }

    /** The text of those tokens; bytes that form no whole character become U+FFFD. */
    public String decode(long... ids) {
        return renumbering
                .map(numbers -> numbers.text(ids))
                .orElseGet(() -> tokenizer.decode(ids, false));
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    private static Tokenizer marian(TokenizerFolder folder, String model)
            throws TokenizerException {
        Map<String, Integer> ids = folder.numbers("vocab.json");
        for (String mark : List.of("<unk>", "</s>")) {
            if (!ids.containsKey(mark)) {
                throw new TokenizerException(
                        "%s holds no %s, which its model needs."
                                .formatted(folder.file("vocab.json"), mark));
            }
        }
        List<String> marks = ids.keySet().stream().filter(Renumbering::isMark).toList();
        byte[] json = bytes(SentencePieceFiles.composeMarian(folder, model, marks));
        return open(folder.file(model), json, Optional.of(new Renumbering(ids)));
    }

    private static Tokenizer open(Path file, JsonObject json) throws TokenizerException {
        return open(file, bytes(json), Optional.empty());
    }

    private static Tokenizer open(Path file, byte[] json, Optional<Renumbering> renumbering)
            throws TokenizerException {
        Torch.settle();
        try {
            Map<Long, String> special = SpecialTokens.names(json);
            return new Tokenizer(
                    HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS),
                    special,
                    renumbering);
        } catch (IOException | IllegalStateException e) { // what the JSON reader throws
            throw new TokenizerException(file + " is not a tokenizer: its JSON is damaged.", e);
        } catch (RuntimeException e) { // the native library gives its reason as the message
            throw new TokenizerException(
                    "%s is not a tokenizer: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Token> tokens(List<String> texts, Encoding encoding) {
        return new Alignment(texts, encoding, numbered(encoding), special).tokens();
    }

    private long[] numbered(Encoding encoding) {
        return renumbering
                .map(
                        numbers ->
                                Arrays.stream(encoding.getTokens())
                                        .mapToLong(numbers::id)
                                        .toArray())
                .orElseGet(encoding::getIds);
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
