package loupe.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loupe.tensor.Weights;
import loupe.tensor.WeightsException;

/** The tensors of one safetensors file as a source of weights. */
final class MappedTensors implements Weights.Source {
    private static final int PAGE = 4_096;

    private final String file;
    private final FileChannel channel;
    private final Header header;
    private final NDManager scope;

    MappedTensors(String file, FileChannel channel, Header header, NDManager scope) {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.scope = scope;
    }

    @Override
    public String origin() {
        return file;
    }

    @Override
    public Set<String> names() {
        return header.entries().keySet();
    }

    @Override
    public NDArray read(String name, Shape wanted) {
        Entry entry = header.entries().get(name);
        if (entry == null) {
            throw WeightsException.missing(file, name, wanted.getShape());
        }
        if (!Float32.isFloat(entry.type())) {
            throw new WeightsException(
                    "%s: %s holds %s, wanted F32, F16 or BF16."
                            .formatted(file, name, entry.type()));
        }
        return read(entry);
    }

    /** Read, not mapped: the pages of a mapping would stay beside the copy. */
    @Override
    public Optional<NDArray> stacked(List<String> names, Shape each) {
        List<Entry> entries = names.stream().map(header.entries()::get).toList();
        long bytes = names.size() * each.size() * Float.BYTES;
        if (bytes > Integer.MAX_VALUE - 2 * PAGE
                || !entries.stream().allMatch(e -> isPlain(e, each))) {
            return Optional.empty();
        }
        ByteBuffer together = onPage((int) bytes);
        entries.forEach(entry -> append(entry, together));
        long[] sides = each.getShape().clone();
        sides[0] *= names.size();
        return Optional.of(Float32.of(scope, Dtype.F32, new Shape(sides), together.flip()));
    }

    /**
     * Memory that begins with a page, since products over it take up to a fifth longer elsewhere.
     */
    private static ByteBuffer onPage(int bytes) {
        return ByteBuffer.allocateDirect(bytes + 2 * PAGE)
                .alignedSlice(PAGE)
                .limit(bytes)
                .slice()
                .order(ByteOrder.nativeOrder());
    }

    /** Whether it is there in float32 and that shape. */
    private static boolean isPlain(Entry entry, Shape shape) {
        return entry != null && entry.type() == Dtype.F32 && new Shape(entry.shape()).equals(shape);
    }

    private void append(Entry entry, ByteBuffer together) {
        try {
            ByteBuffer part = together.slice(together.position(), (int) entry.bytes());
            long from = header.dataStart() + entry.begin();
            while (part.hasRemaining() && channel.read(part, from + part.position()) >= 0) {
                continue;
            }
            if (part.hasRemaining()) {
                throw new EOFException(part.remaining() + " bytes are missing");
            }
            together.position(together.position() + (int) entry.bytes());
        } catch (IOException e) {
            throw new WeightsException(file + ": " + entry.name() + " cannot be read.", e);
        }
    }

    private NDArray read(Entry entry) {
        Shape shape = new Shape(entry.shape());
        ByteBuffer bytes = entry.bytes() == 0 ? ByteBuffer.allocate(0) : bytes(entry);
        return Float32.of(scope, entry.type(), shape, bytes);
    }

    private ByteBuffer bytes(Entry entry) {
        if (entry.bytes() > Integer.MAX_VALUE) {
            throw new WeightsException(
                    "%s: %s has %d bytes, more than the 2147483647 this program can hold."
                            .formatted(file, entry.name(), entry.bytes()));
        }
        try {
            long from = header.dataStart() + entry.begin();
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, from, entry.bytes());
            boolean aligned = from % Math.max(1, entry.bytes() / Math.max(1, count(entry))) == 0;
            ByteBuffer bytes = aligned ? mapped : copy(mapped);
            return bytes.order(ByteOrder.nativeOrder());
        } catch (IOException e) {
            throw new WeightsException(file + ": " + entry.name() + " cannot be read.", e);
        }
    }

    private static long count(Entry entry) {
        return new Shape(entry.shape()).size();
    }

    /** The engine may count on numbers lying at multiples of their size; a file need not. */
    private static ByteBuffer copy(ByteBuffer mapped) {
        return ByteBuffer.allocateDirect(mapped.remaining()).put(mapped).flip();
    }
}
