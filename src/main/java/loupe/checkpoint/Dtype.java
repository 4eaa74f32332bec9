package loupe.checkpoint;

import java.util.Arrays;
import java.util.Optional;

/** The number types of the safetensors format, each with its size. */
enum Dtype {
    F4(4),
    F6_E2M3(6),
    F6_E3M2(6),
    BOOL(8),
    U8(8),
    I8(8),
    F8_E5M2(8),
    F8_E4M3(8),
    F8_E8M0(8),
    I16(16),
    U16(16),
    F16(16),
    BF16(16),
    I32(32),
    U32(32),
    F32(32),
    I64(64),
    U64(64),
    F64(64),
    C64(64);

    private final int bits;

    Dtype(int bits) {
        this.bits = bits;
    }

    static Optional<Dtype> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /**
     * Bytes that so many numbers take.
     *
     * @throws ArithmeticException if they are too many, or do not end on a byte
     */
    long bytes(long count) {
        long whole = Math.multiplyExact(count, (long) bits);
        if (whole % 8 != 0) {
            throw new ArithmeticException("not whole bytes");
        }
        return whole / 8;
    }
}
