package loupe.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loupe.tensor.Weights;

/**
 * A safetensors file, opened and checked; its tensors are mapped into memory when they are asked
 * for, and stay usable after it is closed.
 */
public final class Safetensors implements AutoCloseable {
    private static final long LONGEST_HEADER = 100_000_000;
    private static final int LENGTH_BYTES = 8;
    private static final Pattern LFS_SIZE = Pattern.compile("\\nsize (\\d{1,18})");

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
        if (!Files.isRegularFile(path)) {
            throw new CheckpointException(path + " is not a file.");
        }
        try {
            FileChannel channel = FileChannel.open(path);
            try {
                return new Safetensors(path, channel, header(path.toString(), channel));
            } catch (IOException | CheckpointException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CheckpointException(path + " cannot be read.", e);
        }
    }

    public Set<String> names() {
        return header.entries().keySet();
    }

    /** The texts that its writer put beside the tensors. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    /**
     * Its tensors by name, in that scope. float32 tensors share the file's memory and must never be
     * changed in place: that would end the process.
     */
    public Weights weights(NDManager scope) {
        return Weights.of(new MappedTensors(path.toString(), channel, header, scope));
    }

    /** Copies of all its floating-point tensors, in float32, to do with as one likes. */
    public Map<String, NDArray> copies(NDManager scope) {
        Map<String, NDArray> copies = new LinkedHashMap<>();
        try (NDManager passing = scope.newSubManager()) {
            MappedTensors mapped = new MappedTensors(path.toString(), channel, header, passing);
            for (Entry entry : new TreeMap<>(header.entries()).values()) {
                if (MappedTensors.isFloat(entry.type())) {
                    NDArray copy = mapped.read(entry).duplicate();
                    copy.attach(scope);
                    copies.put(entry.name(), copy);
                }
            }
        }
        return copies;
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
        refuseOtherKinds(
                file,
                new String(bytes(channel, 0, Math.min(size, 256)).array(), StandardCharsets.UTF_8));
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

    /** What is commonly saved under the name of a weights file gets a sentence of its own. */
    private static void refuseOtherKinds(String file, String start) throws CheckpointException {
        if (start.startsWith("version https://git-lfs")) {
            Matcher size = LFS_SIZE.matcher(start);
            throw new CheckpointException(
                    file
                            + " is a Git LFS pointer, not the weights: fetch the real file"
                            + (size.find() ? " of " + size.group(1) + " bytes." : "."));
        }
        if (start.stripLeading().startsWith("<")) {
            throw new CheckpointException(
                    file + " is not a safetensors file but an HTML page: fetch it again.");
        }
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
