package loupe.token;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loupe.token.SentencePieceModel.Kind;
import loupe.token.SentencePieceModel.Piece;

/** A SentencePiece model file as a {@code tokenizer.json}, so that its pieces know their places. */
final class SentencePieceFiles {
    private static final String SKELETON =
            """
            {"normalizer": {"type": "Sequence", "normalizers": []},
             "pre_tokenizer": {"type": "Metaspace", "replacement": "\u2581", "split": true},
             "decoder": {"type": "Metaspace", "replacement": "\u2581", "split": true,
                         "prepend_scheme": "always"},
             "model": {"type": "Unigram"}}
            """;

    /** T5 has this many marks for gaps after its pieces, the last one first. */
    private static final int GAPS = 100;

    private SentencePieceFiles() {}

    /** T5 ({@code </s>} after a text) and ALBERT ({@code [CLS]} and {@code [SEP]} around it). */
    static JsonObject compose(TokenizerFolder folder, String name) throws TokenizerException {
        String file = folder.file(name).toString();
        SentencePieceModel model = SentencePieceModel.read(file, folder.bytes(name));
        JsonArray pieces = pieces(model.pieces());
        Map<String, Integer> marks = marks(model.pieces());
        boolean albert = marks.containsKey("[CLS]") && marks.containsKey("[SEP]");
        JsonObject settings = folder.settings();
        int gaps = albert ? 0 : gaps(settings);
        for (int gap = gaps - 1; gap >= 0; gap--) {
            String mark = "<extra_id_" + gap + ">";
            marks.put(mark, pieces.size());
            pieces.add(pair(mark, 0));
        }
        TokenizerForm form = form(file, model, pieces, marks);
        for (String mark : marks.keySet()) {
            form.mark(mark, mark.equals("[MASK]"));
        }
        if (albert) {
            lowerCase(form, settings);
            form.around(
                    List.of("[CLS]", "A", "[SEP]"),
                    List.of("[CLS]", "A", "[SEP]", "B:1", "[SEP]:1"));
        } else {
            form.around(List.of("A", "</s>"), List.of("A", "</s>", "B", "</s>"));
        }
        return form.json();
    }

    /**
     * One of Marian's two models. Its own numbers mean nothing to the translator, which has them in
     * {@code vocab.json}: marks are those of that vocabulary, behind the pieces.
     */
    static JsonObject composeMarian(TokenizerFolder folder, String name, Iterable<String> marks)
            throws TokenizerException {
        String file = folder.file(name).toString();
        SentencePieceModel model = SentencePieceModel.read(file, folder.bytes(name));
        List<Piece> usable =
                model.pieces().stream()
                        .filter(
                                piece ->
                                        piece.kind() != Kind.CONTROL && piece.kind() != Kind.UNUSED)
                        .toList();
        SentencePieceModel pruned =
                new SentencePieceModel(
                        usable, model.charsmap(), model.dummyPrefix(), model.tidySpaces());
        JsonArray pieces = pieces(usable);
        Map<String, Integer> places = marks(usable);
        for (String mark : marks) {
            if (places.putIfAbsent(mark, pieces.size()) == null) {
                pieces.add(pair(mark, 0));
            }
        }
        TokenizerForm form = form(file, pruned, pieces, places);
        for (String mark : places.keySet()) {
            form.mark(mark);
        }
        form.around(List.of("A", "</s>"), List.of("A", "B", "</s>"));
        return form.json();
    }

    private static TokenizerForm form(
            String file, SentencePieceModel model, JsonArray pieces, Map<String, Integer> marks) {
        TokenizerForm form = new TokenizerForm(file, marks, SKELETON);
        JsonArray steps = form.part("normalizer").getAsJsonArray("normalizers");
        if (model.charsmap().length > 0) {
            JsonObject table = new JsonObject();
            table.addProperty("type", "Precompiled");
            table.addProperty(
                    "precompiled_charsmap", Base64.getEncoder().encodeToString(model.charsmap()));
            steps.add(table);
        }
        if (model.tidySpaces()) {
            steps.add(replace("^ +| +$", ""));
            steps.add(replace(" {2,}", " "));
        }
        form.part("pre_tokenizer")
                .addProperty("prepend_scheme", model.dummyPrefix() ? "always" : "never");
        JsonObject unigram = form.part("model");
        unigram.addProperty("unk_id", model.unknown());
        unigram.add("vocab", pieces);
        unigram.addProperty(
                "byte_fallback",
                model.pieces().stream().anyMatch(piece -> piece.kind() == Kind.BYTE));
        return form;
    }

    private static JsonArray pieces(List<Piece> pieces) {
        JsonArray all = new JsonArray();
        pieces.forEach(piece -> all.add(pair(piece.text(), piece.score())));
        return all;
    }

    private static JsonArray pair(String text, double score) {
        JsonArray pair = new JsonArray();
        pair.add(text);
        pair.add(score);
        return pair;
    }

    /** The pieces that no text is cut into. */
    private static Map<String, Integer> marks(List<Piece> pieces) {
        Map<String, Integer> marks = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).kind() != Kind.NORMAL && pieces.get(i).kind() != Kind.BYTE) {
                marks.put(pieces.get(i).text(), i);
            }
        }
        return marks;
    }

    private static int gaps(JsonObject settings) {
        return settings.has("extra_ids") ? settings.get("extra_ids").getAsInt() : GAPS;
    }

    /** ALBERT's own preparation, before the model's. */
    private static void lowerCase(TokenizerForm form, JsonObject settings) {
        JsonArray steps = new JsonArray();
        steps.add(replace("``|''", "\""));
        if (!TokenizerFolder.flag(settings, "keep_accents", false)) {
            steps.add(step("NFKD"));
            steps.add(step("StripAccents"));
        }
        if (TokenizerFolder.flag(settings, "do_lower_case", true)) {
            steps.add(step("Lowercase"));
        }
        steps.addAll(form.part("normalizer").getAsJsonArray("normalizers"));
        form.part("normalizer").add("normalizers", steps);
    }

    private static JsonObject replace(String pattern, String content) {
        JsonObject regex = new JsonObject();
        regex.addProperty("Regex", pattern);
        JsonObject replace = step("Replace");
        replace.add("pattern", regex);
        replace.addProperty("content", content);
        return replace;
    }

    private static JsonObject step(String type) {
        JsonObject step = new JsonObject();
        step.addProperty("type", type);
        return step;
    }
}
