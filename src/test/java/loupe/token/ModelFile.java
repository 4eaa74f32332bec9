package loupe.token;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A small SentencePiece model file, written field by field. */
final class ModelFile {
    private final ByteArrayOutputStream model = new ByteArrayOutputStream();

    static ModelFile unigram() {
        return new ModelFile();
    }

    /**
     * @param kind as in the format: 1 normal, 2 unknown, 3 control, 4 user-defined
     */
    ModelFile piece(String text, double score, int kind) {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        bytes(piece, 1, text.getBytes(StandardCharsets.UTF_8));
        piece.write(2 << 3 | 5);
        piece.writeBytes(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putFloat((float) score)
                        .array());
        number(piece, 3, kind);
        bytes(model, 1, piece.toByteArray());
        return this;
    }

    ModelFile piece(String text, double score) {
        return piece(text, score, 1);
    }

    byte[] bytes() {
        return bytes(1);
    }

    /**
     * @param type 1 unigram, 2 BPE
     */
    byte[] bytes(int type) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(model.toByteArray());
        ByteArrayOutputStream training = new ByteArrayOutputStream();
        number(training, 3, type);
        bytes(whole, 2, training.toByteArray());
        ByteArrayOutputStream normalizing = new ByteArrayOutputStream();
        bytes(normalizing, 1, "identity".getBytes(StandardCharsets.UTF_8));
        bytes(whole, 3, normalizing.toByteArray());
        return whole.toByteArray();
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        varint(out, field << 3 | 2);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void number(ByteArrayOutputStream out, int field, int value) {
        varint(out, field << 3);
        varint(out, value);
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
