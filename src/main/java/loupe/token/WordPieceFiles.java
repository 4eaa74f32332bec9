package loupe.token;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A {@code vocab.txt}, one piece a line, as BERT, DistilBERT and ELECTRA have it (Devlin et al.
 * 2018); case, accents and Chinese characters are treated as {@code tokenizer_config.json} says.
 */
final class WordPieceFiles {
    private static final String SKELETON =
            """
            {"normalizer": {"type": "BertNormalizer", "clean_text": true,
                            "handle_chinese_chars": true, "strip_accents": null, "lowercase": true},
             "pre_tokenizer": {"type": "BertPreTokenizer"},
             "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": true},
             "model": {"type": "WordPiece", "continuing_subword_prefix": "##",
                       "max_input_chars_per_word": 100}}
            """;

    private WordPieceFiles() {}

    static JsonObject compose(TokenizerFolder folder) throws TokenizerException {
        Map<String, Integer> pieces = new LinkedHashMap<>();
        int line = 0;
        for (String piece : folder.text("vocab.txt").lines().toList()) {
            pieces.put(piece, line++);
        }
        JsonObject settings = folder.settings();
        String origin = folder.file("vocab.txt").toString();
        TokenizerForm form = new TokenizerForm(origin, pieces, SKELETON);
        normalize(form.part("normalizer"), settings);
        String unknown = TokenizerFolder.text(settings, "unk_token", "[UNK]");
        String start = TokenizerFolder.text(settings, "cls_token", "[CLS]");
        String end = TokenizerFolder.text(settings, "sep_token", "[SEP]");
        form.part("model").addProperty("unk_token", unknown);
        form.part("model").add("vocab", new Gson().toJsonTree(pieces));
        for (String mark : List.of(unknown, start, end)) {
            form.mark(mark);
        }
        for (String name : List.of("pad", "mask")) {
            String mark =
                    TokenizerFolder.text(
                            settings, name + "_token", "[" + name.toUpperCase(Locale.ROOT) + "]");
            if (form.has(mark)) {
                form.mark(mark);
            }
        }
        form.around(List.of(start, "A", end), List.of(start, "A", end, "B:1", end + ":1"));
        return form.json();
    }

    private static void normalize(JsonObject normalizer, JsonObject settings) {
        normalizer.addProperty("lowercase", TokenizerFolder.flag(settings, "do_lower_case", true));
        normalizer.addProperty(
                "handle_chinese_chars",
                TokenizerFolder.flag(settings, "tokenize_chinese_chars", true));
        if (settings.has("strip_accents") && settings.get("strip_accents").isJsonPrimitive()) {
            normalizer.add("strip_accents", settings.get("strip_accents"));
        }
    }
}
