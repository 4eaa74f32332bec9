package loupe.checkpoint;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import loupe.tensor.Weights;

/** A safetensors file, opened and checked. */
public final class Safetensors implements WeightFile {
    private static final long LONGEST_HEADER = 100_000_000;
    private static final int LENGTH_BYTES = 8;

    private final Path path;
    private final FileChannel channel;
    private final Header header;

    private Safetensors(Path path, FileChannel channel, Header header) {
        this.path = path;
        this.channel = channel;
        this.header = header;
    }

    /**
     * @throws CheckpointException if it cannot be read or breaks the format in any way
     */
    public static Safetensors open(Path path) throws CheckpointException {
        return Opened.open(
                path, channel -> new Safetensors(path, channel, header(path.toString(), channel)));
    }

    @Override
    public Set<String> names() {
        return header.entries().keySet();
    }

    @Override
    public Set<String> floats() {
        return header.entries().values().stream()
                .filter(entry -> Float32.isFloat(entry.type()))
                .map(Entry::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The texts that its writer put beside the tensors. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    @Override
    public Weights.Source source(NDManager scope) {
        return new MappedTensors(path.toString(), channel, header, scope);
    }

    @Override
    public void close() throws CheckpointException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CheckpointException(path + " could not be closed.", e);
        }
    }

    private static Header header(String file, FileChannel channel)
            throws IOException, CheckpointException {
        long size = channel.size();
        ByteBuffer start = bytes(channel, 0, Math.min(size, OtherKinds.START));
        OtherKinds.refuse(
                file, new String(start.array(), StandardCharsets.UTF_8), "a safetensors file");
        if (size < LENGTH_BYTES) {
            throw new CheckpointException(
                    "%s: the file has %d bytes, wanted at least 8 for the length of the header."
                            .formatted(file, size));
        }
        long length = bytes(channel, 0, LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (Long.compareUnsigned(length, LONGEST_HEADER) > 0) {
            throw new CheckpointException(
                    "%s: the header length is %s, too large: the limit is %d bytes."
                            .formatted(file, Long.toUnsignedString(length), LONGEST_HEADER));
        }
        if (length == 0) {
            throw new CheckpointException(file + ": the header is empty.");
        }
        if (length > size - LENGTH_BYTES) {
            throw new CheckpointException(
                    ("%s: the header of %d bytes runs past the end of the file; the download may be"
                                    + " cut short.")
                            .formatted(file, length));
        }
        String text = text(file, bytes(channel, LENGTH_BYTES, length));
        Header header = HeaderReader.read(file, text, LENGTH_BYTES + length);
        header.check(file, size - LENGTH_BYTES - length);
        return header;
    }

    private static String text(String file, ByteBuffer utf8) throws CheckpointException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw new CheckpointException(file + ": the header is not UTF-8.", e);
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long from, long count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) count);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
