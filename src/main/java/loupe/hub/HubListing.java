package loupe.hub;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the hub has of a model at one commit: the names of the files at its top. */
record HubListing(String commit, Set<String> names) {

    /** What a model needs beside its weights: configuration and tokenizer, in whichever form. */
    private static final List<String> COMPANIONS =
            List.of(
                    "config.json",
                    "generation_config.json",
                    "tokenizer.json",
                    "tokenizer_config.json",
                    "special_tokens_map.json",
                    "added_tokens.json",
                    "vocab.json",
                    "merges.txt",
                    "vocab.txt",
                    "source.spm",
                    "target.spm",
                    "spiece.model",
                    "sentencepiece.bpe.model");

    HubListing {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    List<String> companions() {
        return COMPANIONS.stream().filter(names::contains).toList();
    }
}
