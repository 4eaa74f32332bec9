package loupe.token;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A message in protocol buffers' wire format (the encoding page of its documentation), read field
 * by field. What runs past the end, or is no field, ends in an {@code IllegalArgumentException}.
 */
final class Wire {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteBuffer message;
    private int kind;

    Wire(ByteBuffer message) {
        this.message = message.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean hasNext() {
        return message.hasRemaining();
    }

    /** The number of the next field; its value must be taken, or skipped, before the next. */
    int next() {
        long tag = varint();
        kind = (int) (tag & 7);
        return (int) (tag >>> 3);
    }

    long number() {
        want(VARINT);
        return varint();
    }

    float real() {
        want(FOUR_BYTES);
        need(4);
        return message.getFloat();
    }

    String text() {
        return StandardCharsets.UTF_8.decode(bytes()).toString();
    }

    Wire message() {
        return new Wire(bytes());
    }

    ByteBuffer bytes() {
        want(BYTES);
        long length = varint();
        need(length);
        ByteBuffer bytes = message.slice(message.position(), (int) length);
        message.position(message.position() + (int) length);
        return bytes;
    }

    void skip() {
        switch (kind) {
            case VARINT -> varint();
            case EIGHT_BYTES -> advance(8);
            case BYTES -> bytes();
            case FOUR_BYTES -> advance(4);
            default -> throw new IllegalArgumentException("a field of the unknown kind " + kind);
        }
    }

    private void advance(int count) {
        need(count);
        message.position(message.position() + count);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            need(1);
            byte next = message.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without an end");
    }

    private void want(int wanted) {
        if (kind != wanted) {
            throw new IllegalArgumentException(
                    "a field of kind " + kind + " where " + wanted + " belongs");
        }
    }

    private void need(long count) {
        if (count < 0 || count > message.remaining()) {
            throw new IllegalArgumentException("it ends in the middle of a field");
        }
    }
}
