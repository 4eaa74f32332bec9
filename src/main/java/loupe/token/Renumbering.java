package loupe.token;

import java.util.HashMap;
import java.util.Map;

/**
 * The numbers a translator has for pieces, where its tokenizer has others: Marian's two models
 * share one {@code vocab.json}.
 */
final class Renumbering {
    private static final String SPACE = "\u2581";

    private final Map<String, Integer> ids;
    private final Map<Long, String> pieces = new HashMap<>();
    private final long unknown;

    /**
     * @param ids with a number for {@code <unk>}
     */
    Renumbering(Map<String, Integer> ids) {
        this.ids = ids;
        ids.forEach((piece, id) -> pieces.put((long) id, piece));
        this.unknown = ids.get("<unk>");
    }

    /** The number of a piece, or the unknown's. */
    long id(String piece) {
        Integer id = ids.get(piece);
        return id == null ? unknown : id;
    }

    /** The marks of such a vocabulary: a language to translate into, and what is always there. */
    static boolean isMark(String piece) {
        return piece.matches(">>.+<<|</s>|<unk>|<pad>");
    }

    boolean isMark(long id) {
        return isMark(pieces.getOrDefault(id, "<unk>"));
    }

    /** The text of those pieces. */
    String text(long... ids) {
        StringBuilder text = new StringBuilder();
        for (long id : ids) {
            String piece = pieces.getOrDefault(id, "<unk>");
            text.append(piece.startsWith(SPACE) && text.isEmpty() ? piece.substring(1) : piece);
        }
        return text.toString().replace(SPACE, " ");
    }
}
