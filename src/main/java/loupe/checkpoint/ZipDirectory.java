package loupe.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What lies where in a zip archive whose entries are stored as they are, so that they can be mapped
 * into memory: the Java library does not say where an entry begins. Nothing is unpacked, and names
 * are only compared, never used as paths. After the ZIP application note, sections 4.3 and 4.5.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LARGEST_DIRECTORY = 16 << 20;
    private static final long IN_64 = 0xffffffffL;

    /** Where an entry's bytes lie in the file. */
    record Part(long from, long bytes) {}

    private record Listed(String name, int method, long bytes, long packed, long header) {}

    private final String file;
    private final FileChannel channel;

    private ZipDirectory(String file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** All entries by name. */
    static Map<String, Part> read(String file, FileChannel channel)
            throws IOException, CheckpointException {
        return new ZipDirectory(file, channel).entries();
    }

    private Map<String, Part> entries() throws IOException, CheckpointException {
        ByteBuffer directory = directory();
        Map<String, Listed> listed = new LinkedHashMap<>();
        while (directory.remaining() >= ENTRY_BYTES
                && directory.getInt(directory.position()) == ENTRY) {
            Listed entry = next(directory);
            if (listed.put(entry.name(), entry) != null) {
                throw new CheckpointException(file + ": " + entry.name() + " is there twice.");
            }
        }
        // the largest first, so that a bomb is named
        for (Listed entry :
                listed.values().stream()
                        .sorted((a, b) -> Long.compareUnsigned(b.bytes(), a.bytes()))
                        .toList()) {
            if (entry.method() != 0) {
                throw new CheckpointException(
                        ("%s: %s is compressed, %d bytes in %d; wanted it stored as it is, as"
                                        + " PyTorch does.")
                                .formatted(file, entry.name(), entry.bytes(), entry.packed()));
            }
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Listed entry : listed.values()) {
            parts.put(entry.name(), part(entry));
        }
        return Collections.unmodifiableMap(parts);
    }

    private Part part(Listed entry) throws IOException, CheckpointException {
        ByteBuffer local = FileBytes.read(channel, Math.max(0, entry.header()), LOCAL_BYTES);
        if (entry.header() < 0 || local.remaining() < LOCAL_BYTES || local.getInt(0) != LOCAL) {
            throw new CheckpointException(file + ": " + entry.name() + " is not where it is said.");
        }
        long from =
                entry.header()
                        + LOCAL_BYTES
                        + Short.toUnsignedInt(local.getShort(26))
                        + Short.toUnsignedInt(local.getShort(28));
        if (entry.bytes() < 0 || entry.bytes() > channel.size() - from) {
            throw new CheckpointException(
                    ("%s: %s of %s bytes runs past the end of the file; the download may be cut"
                                    + " short.")
                            .formatted(file, entry.name(), Long.toUnsignedString(entry.bytes())));
        }
        return new Part(from, entry.bytes());
    }

    private Listed next(ByteBuffer directory) throws CheckpointException {
        int at = directory.position();
        int method = Short.toUnsignedInt(directory.getShort(at + 10));
        int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(directory.getShort(at + 30));
        int commentLength = Short.toUnsignedInt(directory.getShort(at + 32));
        int whole = ENTRY_BYTES + nameLength + extraLength + commentLength;
        if (whole > directory.remaining()) {
            throw new CheckpointException(file + ": the directory of the zip archive is damaged.");
        }
        byte[] name = new byte[nameLength];
        directory.get(at + ENTRY_BYTES, name);
        ByteBuffer extra =
                directory
                        .slice(at + ENTRY_BYTES + nameLength, extraLength)
                        .order(directory.order());
        ByteBuffer wide = wide(extra);
        long bytes = number(directory.getInt(at + 24), wide);
        long packed = number(directory.getInt(at + 20), wide);
        long header = number(directory.getInt(at + 42), wide);
        directory.position(at + whole);
        return new Listed(new String(name, StandardCharsets.UTF_8), method, bytes, packed, header);
    }

    /** The 64-bit numbers of an entry (extra field 1): those that had no room, in their order. */
    private static ByteBuffer wide(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int kind = Short.toUnsignedInt(extra.getShort());
            int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            if (kind == 1) {
                return extra.slice(extra.position(), length).order(extra.order());
            }
            extra.position(extra.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private static long number(int narrow, ByteBuffer wide) {
        return Integer.toUnsignedLong(narrow) == IN_64 && wide.remaining() >= 8
                ? wide.getLong()
                : Integer.toUnsignedLong(narrow);
    }

    private ByteBuffer directory() throws IOException, CheckpointException {
        long tail = Math.min(channel.size(), END_BYTES + LONGEST_COMMENT);
        ByteBuffer end = FileBytes.read(channel, channel.size() - tail, tail);
        int at = end.limit() - END_BYTES;
        while (at >= 0 && end.getInt(at) != END) {
            at--;
        }
        if (at < 0) {
            throw new CheckpointException(
                    file
                            + ": the end of the zip archive is missing; the download may be cut"
                            + " short.");
        }
        long size = Integer.toUnsignedLong(end.getInt(at + 12));
        long from = Integer.toUnsignedLong(end.getInt(at + 16));
        if (at >= LOCATOR_BYTES && end.getInt(at - LOCATOR_BYTES) == LOCATOR_64) {
            ByteBuffer end64 =
                    FileBytes.read(channel, Math.max(0, end.getLong(at - LOCATOR_BYTES + 8)), 56);
            if (end64.remaining() == 56 && end64.getInt(0) == END_64) {
                size = end64.getLong(40);
                from = end64.getLong(48);
            }
        }
        if (size < 0 || size > LARGEST_DIRECTORY || from < 0 || from > channel.size() - size) {
            throw new CheckpointException(file + ": the directory of the zip archive is damaged.");
        }
        return FileBytes.read(channel, from, size);
    }
}
