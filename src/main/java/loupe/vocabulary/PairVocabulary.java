package loupe.vocabulary;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import loupe.sentences.german.PairGrammar;
import loupe.sentences.german.SentencePair;

/**
 * One byte-pair encoding for two languages, with the marks that Marian puts around texts: {@code
 * </s>} ends one, {@code <pad>} fills up and is what a decoder starts from.
 */
public record PairVocabulary(Bpe bpe) {

    private static final String END = "</s>";
    private static final String UNKNOWN = "<unk>";
    private static final String PADDING = "<pad>";

    /** So many pairs know all words. */
    public static final int ENOUGH = 40_000;

    private static final int MARKS = 3;

    /**
     * Learnt from pairs that are not held out.
     *
     * @throws TrainingAdvice when so few pairs do not give so many tokens
     */
    public static PairVocabulary learn(PairGrammar grammar, int size, int pairs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            SentencePair pair = grammar.learnt(random);
            texts.add(" " + pair.englishText());
            texts.add(" " + pair.germanText());
        }
        return new PairVocabulary(BpeLearner.learn(texts, size - MARKS + 1));
    }

    public int size() {
        return unknown() + 2;
    }

    public int end() {
        return bpe.endOfText();
    }

    private int unknown() {
        return end() + 1;
    }

    public int padding() {
        return end() + 2;
    }

    /** The text with its end. */
    public int[] encode(String text) {
        int[] pieces = bpe.encode(" " + text);
        int[] ids = Arrays.copyOf(pieces, pieces.length + 1);
        ids[pieces.length] = end();
        return ids;
    }

    /** The text of {@code tokenizer.json}. */
    public String json() {
        JsonObject root = JsonParser.parseString(BpeFiles.tokenizer(bpe)).getAsJsonObject();
        Map<String, Integer> marks = Map.of(END, end(), UNKNOWN, unknown(), PADDING, padding());
        JsonObject vocabulary = root.getAsJsonObject("model").getAsJsonObject("vocab");
        vocabulary.remove(Bpe.END_OF_TEXT);
        JsonObject form = root.getAsJsonArray("added_tokens").get(0).getAsJsonObject();
        JsonArray added = new JsonArray();
        List.of(END, UNKNOWN, PADDING)
                .forEach(
                        mark -> {
                            vocabulary.addProperty(mark, marks.get(mark));
                            JsonObject token = form.deepCopy();
                            token.addProperty("id", marks.get(mark));
                            token.addProperty("content", mark);
                            added.add(token);
                        });
        root.add("added_tokens", added);
        root.getAsJsonObject("pre_tokenizer").addProperty("add_prefix_space", true);
        root.add("post_processor", processor());
        return BpeFiles.text(root);
    }

    /** Offsets without the space before a word, and the end mark behind a text. */
    private JsonObject processor() {
        JsonObject bytes = new JsonObject();
        bytes.addProperty("type", "ByteLevel");
        bytes.addProperty("add_prefix_space", true);
        bytes.addProperty("trim_offsets", true);
        bytes.addProperty("use_regex", true);
        String template =
                """
                {"type": "TemplateProcessing",
                 "single": [{"Sequence": {"id": "A", "type_id": 0}},
                            {"SpecialToken": {"id": "</s>", "type_id": 0}}],
                 "pair": [{"Sequence": {"id": "A", "type_id": 0}},
                          {"Sequence": {"id": "B", "type_id": 0}},
                          {"SpecialToken": {"id": "</s>", "type_id": 0}}],
                 "special_tokens": {"</s>": {"id": "</s>", "ids": [%d], "tokens": ["</s>"]}}}
                """
                        .formatted(end());
        JsonArray parts = new JsonArray();
        parts.add(bytes);
        parts.add(JsonParser.parseString(template));
        JsonObject sequence = new JsonObject();
        sequence.addProperty("type", "Sequence");
        sequence.add("processors", parts);
        return sequence;
    }

    /** The text of {@code tokenizer_config.json}. */
    public String config(int context) {
        JsonObject root = new JsonObject();
        root.addProperty("add_prefix_space", true);
        root.addProperty("eos_token", END);
        root.addProperty("model_max_length", context);
        root.addProperty("pad_token", PADDING);
        root.addProperty("tokenizer_class", "PreTrainedTokenizerFast");
        root.addProperty("unk_token", UNKNOWN);
        return BpeFiles.text(root);
    }
}
