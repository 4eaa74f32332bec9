package loupe.sentences;

import java.util.List;

/**
 * What a filled template may be used for. Template and content words alone decide it, so a filling
 * that is measured on is never learnt from, whatever the seed; forms (number, tense, names of
 * functions such as "the") have no part in it, so both halves of a minimal pair are in one part.
 */
public enum Part {
    TRAINING,
    HELD_OUT;

    /** Every eighth filling is held out. */
    private static final int HELD_OUT_SHARE = 8;

    static Part of(String template, List<String> words) {
        int hash = template.hashCode();
        for (String word : words) {
            hash = hash * 0x01000193 ^ word.hashCode();
        }
        // The low bits of such a sum are poor: mixed as in MurmurHash3's last step.
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return Math.floorMod(hash ^ hash >>> 16, HELD_OUT_SHARE) == 0 ? HELD_OUT : TRAINING;
    }
}
