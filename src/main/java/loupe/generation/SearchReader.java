package loupe.generation;

import java.util.ArrayList;
import java.util.List;
import loupe.model.ModelType;
import loupe.model.Settings;

/** From a configuration to a {@link Search}; what is absent is as Hugging Face has it. */
final class SearchReader {
    private static final int LONGEST = 20;

    /** Tokens with a part to play where a configuration does not name them. */
    private enum Parts {
        MARIAN(0, 58_100, true),
        BART(2, 2, true),
        T5(1, 0, false);

        private final int end;
        private final int start;
        private final boolean endIsForced;

        Parts(int end, int start, boolean endIsForced) {
            this.end = end;
            this.start = start;
            this.endIsForced = endIsForced;
        }
    }

    private SearchReader() {}

    static Search read(ModelType type, Settings settings) {
        Parts parts = parts(type, settings);
        int end = settings.index("eos_token_id", parts.end);
        int longest = settings.count("max_length", LONGEST);
        if (longest < 2) {
            throw settings.wrong("max_length", "2 at least");
        }
        return new Search(
                settings.index("decoder_start_token_id", start(parts, settings)),
                end,
                longest,
                settings.count("num_beams", 1),
                settings.number("length_penalty", 1),
                patience(settings),
                rules(settings, parts, end, longest));
    }

    private static Parts parts(ModelType type, Settings settings) {
        return switch (type) {
            case MARIAN -> Parts.MARIAN;
            case BART -> Parts.BART;
            case T5 -> Parts.T5;
            default ->
                    throw settings.wrong(
                            "model_type", "a model that reads a text and writes another");
        };
    }

    private static int start(Parts parts, Settings settings) {
        return parts == Parts.BART
                ? settings.index("eos_token_id", parts.start)
                : settings.index("pad_token_id", parts.start);
    }

    private static Search.Patience patience(Settings settings) {
        String key = "early_stopping";
        if (settings.is(key, "never")) {
            return Search.Patience.ALL;
        }
        return settings.flag(key, false) ? Search.Patience.NONE : Search.Patience.SOME;
    }

    private static List<Rule> rules(Settings settings, Parts parts, int end, int longest) {
        List<Rule> rules = new ArrayList<>();
        int run = settings.index("no_repeat_ngram_size", 0);
        if (run > 0) {
            rules.add(new Rule.NoRepeat(run));
        }
        List<List<Long>> words = settings.words("bad_words_ids");
        if (!words.isEmpty()) {
            rules.add(new Rule.Banned(words));
        }
        int shortest = settings.index("min_length", 0);
        if (shortest > 0) {
            rules.add(new Rule.NotBefore(shortest, end));
        }
        if (settings.has("forced_bos_token_id")) {
            rules.add(new Rule.Forced(1, settings.index("forced_bos_token_id", 0)));
        }
        if (parts.endIsForced || settings.has("forced_eos_token_id")) {
            rules.add(new Rule.Forced(longest - 1, settings.index("forced_eos_token_id", end)));
        }
        return rules;
    }
}
