package loupe.token;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a SentencePiece model file says (Kudo, Richardson 2018; {@code sentencepiece_model.proto}):
 * pieces with their scores, and how a text is made ready for them.
 *
 * @param charsmap the compiled table of character replacements; empty for none
 * @param dummyPrefix whether a space is put before the text
 * @param tidySpaces whether spaces around the text, and more than one inside, go
 */
record SentencePieceModel(
        List<Piece> pieces, byte[] charsmap, boolean dummyPrefix, boolean tidySpaces) {

    /** What a piece is for; the file has numbers. */
    enum Kind {
        NORMAL,
        UNKNOWN,
        CONTROL,
        USER_DEFINED,
        UNUSED,
        BYTE
    }

    /** A piece and the logarithm of its probability. */
    record Piece(String text, float score, Kind kind) {}

    private static final int UNIGRAM = 1;
    private static final Map<Integer, String> OTHER_TYPES =
            Map.of(2, "BPE", 3, "words", 4, "characters");

    SentencePieceModel {
        pieces = List.copyOf(pieces);
        charsmap = charsmap.clone();
    }

    /**
     * @param file for messages
     * @throws TokenizerException if it is damaged, or cuts texts in another way than by unigrams
     */
    static SentencePieceModel read(String file, byte[] bytes) throws TokenizerException {
        Reader reader = new Reader();
        try {
            reader.read(new Wire(ByteBuffer.wrap(bytes)));
        } catch (IllegalArgumentException e) {
            throw new TokenizerException(
                    "%s is not a SentencePiece model: %s.".formatted(file, e.getMessage()), e);
        }
        if (reader.type != UNIGRAM) {
            throw new TokenizerException(
                    "%s cuts texts by %s, wanted a unigram model."
                            .formatted(
                                    file,
                                    OTHER_TYPES.getOrDefault(reader.type, "type " + reader.type)));
        }
        if (reader.pieces.stream().noneMatch(piece -> piece.kind() == Kind.UNKNOWN)) {
            throw new TokenizerException(
                    file + " is not a SentencePiece model: it has no piece for the unknown.");
        }
        return new SentencePieceModel(
                reader.pieces, reader.charsmap, reader.dummyPrefix, reader.tidySpaces);
    }

    /** The place of the piece that stands for whatever no piece fits. */
    int unknown() {
        int place = 0;
        while (pieces.get(place).kind() != Kind.UNKNOWN) {
            place++;
        }
        return place;
    }

    /** The fields met so far; those that are absent keep the format's defaults. */
    private static final class Reader {
        private final List<Piece> pieces = new ArrayList<>();
        private int type = UNIGRAM;
        private byte[] charsmap = {};
        private boolean dummyPrefix = true;
        private boolean tidySpaces = true;

        void read(Wire model) {
            while (model.hasNext()) {
                switch (model.next()) {
                    case 1 -> pieces.add(piece(model.message()));
                    case 2 -> training(model.message());
                    case 3 -> normalizing(model.message());
                    default -> model.skip();
                }
            }
        }

        private static Piece piece(Wire message) {
            String text = "";
            float score = 0;
            long kind = 1;
            while (message.hasNext()) {
                switch (message.next()) {
                    case 1 -> text = message.text();
                    case 2 -> score = message.real();
                    case 3 -> kind = message.number();
                    default -> message.skip();
                }
            }
            if (kind < 1 || kind > Kind.values().length) {
                throw new IllegalArgumentException("a piece of the unknown kind " + kind);
            }
            return new Piece(text, score, Kind.values()[(int) kind - 1]);
        }

        private void training(Wire message) {
            while (message.hasNext()) {
                if (message.next() == 3) {
                    type = (int) message.number();
                } else {
                    message.skip();
                }
            }
        }

        private void normalizing(Wire message) {
            while (message.hasNext()) {
                switch (message.next()) {
                    case 2 -> {
                        ByteBuffer table = message.bytes();
                        charsmap = new byte[table.remaining()];
                        table.get(charsmap);
                    }
                    case 3 -> dummyPrefix = message.number() != 0;
                    case 4 -> tidySpaces = message.number() != 0;
                    default -> message.skip();
                }
            }
        }
    }
}
