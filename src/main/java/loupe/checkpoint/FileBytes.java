package loupe.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Reads parts of a file, whole. */
final class FileBytes {
    private FileBytes() {}

    /** So many bytes from there, little-endian; fewer only where the file ends. */
    static ByteBuffer read(FileChannel channel, long from, long count) throws IOException {
        long there = Math.max(0, Math.min(count, channel.size() - from));
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(there));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
}
