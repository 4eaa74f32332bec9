package loupe.checkpoint;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The zip archive that PyTorch writes since 1.6: {@code data.pkl} and {@code data/<key>} in one
 * folder, whose name is anything, since 2.1 with {@code byteorder} beside them.
 */
record TorchZip(
        String file, String root, Object top, ByteOrder order, Map<String, ZipDirectory.Part> parts)
        implements TorchFormat {

    static TorchZip read(String file, FileChannel channel) throws IOException, CheckpointException {
        Map<String, ZipDirectory.Part> parts = ZipDirectory.read(file, channel);
        String pickle =
                parts.keySet().stream()
                        .filter(name -> name.matches("[^/]*/data\\.pkl"))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new CheckpointException(
                                                file
                                                        + " is not a PyTorch file: there is no"
                                                        + " data.pkl in the zip archive."));
        String root = pickle.substring(0, pickle.length() - "data.pkl".length());
        if (parts.keySet().stream().anyMatch(name -> name.startsWith(root + "code/"))) {
            throw new CheckpointException(
                    file + " is a TorchScript archive, which holds a program; wanted weights.");
        }
        ZipDirectory.Part part = parts.get(pickle);
        if (part.bytes() > TorchPickle.LONGEST) {
            throw new CheckpointException(
                    "%s: %s has %d bytes, too large: the limit is %d bytes."
                            .formatted(file, pickle, part.bytes(), TorchPickle.LONGEST));
        }
        byte[] bytes = FileBytes.read(channel, part.from(), part.bytes()).array();
        Object top = new TorchPickle(file + ": " + pickle, bytes).next();
        return new TorchZip(file, root, top, order(channel, parts.get(root + "byteorder")), parts);
    }

    private static ByteOrder order(FileChannel channel, ZipDirectory.Part part) throws IOException {
        if (part == null) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        byte[] word = FileBytes.read(channel, part.from(), Math.min(part.bytes(), 16)).array();
        return new String(word, StandardCharsets.US_ASCII).strip().equals("big")
                ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
    }

    @Override
    public long find(PickledStorage storage, String tensor) throws CheckpointException {
        String name = root + "data/" + storage.key();
        ZipDirectory.Part part = parts.get(name);
        if (part == null) {
            throw new CheckpointException(
                    file + ": " + tensor + ": its storage " + name + " is missing.");
        }
        long wanted = storage.type().bytes(storage.count());
        if (part.bytes() != wanted) {
            throw new CheckpointException(
                    "%s: %s: its storage %s has %d bytes, wanted %d."
                            .formatted(file, tensor, name, part.bytes(), wanted));
        }
        return part.from();
    }
}
