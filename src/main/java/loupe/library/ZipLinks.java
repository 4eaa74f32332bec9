package loupe.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Looks for symbolic links among the entries of a ZIP file. Java's own reader does not say what an
 * entry is; the central directory does (APPNOTE.TXT, sections 4.3.12 and 4.3.16).
 */
final class ZipLinks {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int KIND = 0170000;
    private static final int FILE = 0100000;
    private static final int FOLDER = 0040000;

    private ZipLinks() {}

    /** Whether an entry is anything but a file or a folder. */
    static boolean areIn(Path zip) throws IOException {
        try (FileChannel file = FileChannel.open(zip, StandardOpenOption.READ)) {
            int tail = (int) Math.min(file.size(), END_SIZE + LONGEST_COMMENT);
            ByteBuffer end = read(file, file.size() - tail, tail);
            for (int at = tail - END_SIZE; at >= 0; at--) {
                if (end.getInt(at) == END) {
                    long size = Integer.toUnsignedLong(end.getInt(at + 12));
                    long start = Integer.toUnsignedLong(end.getInt(at + 16));
                    if (start + size > file.size()) {
                        return false; // damaged, or of a size that no course has: refused elsewhere
                    }
                    return anyIn(read(file, start, (int) size));
                }
            }
            return false;
        }
    }

    private static boolean anyIn(ByteBuffer directory) {
        int at = 0;
        while (at + ENTRY_SIZE <= directory.limit() && directory.getInt(at) == ENTRY) {
            int kind = directory.getInt(at + 38) >>> 16 & KIND;
            if (kind != 0 && kind != FILE && kind != FOLDER) {
                return true;
            }
            at +=
                    ENTRY_SIZE
                            + Short.toUnsignedInt(directory.getShort(at + 28))
                            + Short.toUnsignedInt(directory.getShort(at + 30))
                            + Short.toUnsignedInt(directory.getShort(at + 32));
        }
        return false;
    }

    private static ByteBuffer read(FileChannel file, long from, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // goes on until it is full or the file ends
        }
        return bytes.flip();
    }
}
