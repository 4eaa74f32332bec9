package loupe.token;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * {@code vocab.json} and {@code merges.txt}: the byte-level pairs of GPT-2 (Radford et al. 2019),
 * and of RoBERTa and BART, whose vocabularies hold {@code <s>} and {@code </s>} to stand around a
 * text.
 */
final class BytePairFiles {
    private static final String SKELETON =
            """
            {"normalizer": null,
             "pre_tokenizer": {"type": "ByteLevel", "trim_offsets": false, "use_regex": true},
             "post_processor": {"type": "ByteLevel", "add_prefix_space": true,
                                "trim_offsets": false, "use_regex": true},
             "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true,
                         "use_regex": true},
             "model": {"type": "BPE", "dropout": null, "unk_token": null,
                       "continuing_subword_prefix": "", "end_of_word_suffix": "",
                       "fuse_unk": false, "byte_fallback": false}}
            """;

    private BytePairFiles() {}

    static JsonObject compose(TokenizerFolder folder) throws TokenizerException {
        Map<String, Integer> pieces = folder.numbers("vocab.json");
        JsonObject settings = folder.settings();
        TokenizerForm form =
                new TokenizerForm(folder.file("vocab.json").toString(), pieces, SKELETON);
        form.part("pre_tokenizer")
                .addProperty(
                        "add_prefix_space",
                        TokenizerFolder.flag(settings, "add_prefix_space", false));
        form.part("model").add("vocab", new Gson().toJsonTree(pieces));
        form.part("model").add("merges", merges(folder));
        if (form.has("<s>") && form.has("</s>")) {
            for (String mark : List.of("<s>", "</s>")) {
                form.mark(mark);
            }
            form.around(
                    List.of("<s>", "A", "</s>"), List.of("<s>", "A", "</s>", "</s>", "B", "</s>"));
        }
        for (String mark : List.of("<|endoftext|>", "<pad>", "<unk>", "<mask>")) {
            if (form.has(mark)) {
                form.mark(mark, mark.equals("<mask>"));
            }
        }
        return form.json();
    }

    private static JsonArray merges(TokenizerFolder folder) throws TokenizerException {
        JsonArray merges = new JsonArray();
        int number = 0;
        for (String line : folder.text("merges.txt").lines().toList()) {
            number++;
            if (line.isEmpty() || (number == 1 && line.startsWith("#version"))) {
                continue;
            }
            if (line.split(" ", -1).length != 2) {
                throw new TokenizerException(
                        "%s: line %d is \"%s\", wanted two pieces with a space between them."
                                .formatted(folder.file("merges.txt"), number, line));
            }
            merges.add(line);
        }
        return merges;
    }
}
