package loupe.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What PyTorch wrote before 1.6: five pickles (a magic number, the protocol, the system, the
 * object, the keys of the storages), then for each key a count of eight bytes and the numbers.
 */
record TorchLegacy(String file, Object top, ByteOrder order, Map<String, Long> places)
        implements TorchFormat {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final int PROTOCOL = 1001;

    static TorchLegacy read(String file, FileChannel channel)
            throws IOException, CheckpointException {
        byte[] start = FileBytes.read(channel, 0, TorchPickle.LONGEST).array();
        TorchPickle pickle = new TorchPickle(file, start);
        Object magic = pickle.next();
        if (!MAGIC.equals(magic)) {
            throw new CheckpointException(
                    "%s is not a PyTorch file: it starts with %s, wanted the magic number %d."
                            .formatted(file, shown(magic), MAGIC));
        }
        Object protocol = pickle.next();
        if (!Integer.valueOf(PROTOCOL).equals(protocol)) {
            throw new CheckpointException(
                    "%s: the protocol is %s, wanted %d."
                            .formatted(file, shown(protocol), PROTOCOL));
        }
        boolean big =
                pickle.next() instanceof Map<?, ?> system
                        && Boolean.FALSE.equals(system.get("little_endian"));
        Object top = pickle.next();
        if (!(pickle.next() instanceof List<?> keys)) {
            throw new CheckpointException(file + ": the list of its storages is missing.");
        }
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Storages storages = new Storages(file, channel, order, pickle.storages());
        return new TorchLegacy(file, top, order, storages.places(keys, pickle.position()));
    }

    private static String shown(Object found) {
        return found instanceof Number ? found.toString() : "something else";
    }

    @Override
    public long find(PickledStorage storage, String tensor) throws CheckpointException {
        Long place = places.get(storage.key());
        if (place == null) {
            throw new CheckpointException(
                    "%s: %s: its storage %s is not in the file."
                            .formatted(file, tensor, storage.key()));
        }
        return place;
    }

    /** The storages behind the pickles; only their sizes say where each begins. */
    private record Storages(
            String file, FileChannel channel, ByteOrder order, Map<String, PickledStorage> known) {

        Map<String, Long> places(List<?> keys, long start) throws IOException, CheckpointException {
            Map<String, Long> places = new HashMap<>();
            long at = start;
            for (Object key : keys) {
                PickledStorage storage = known.get(String.valueOf(key));
                if (storage == null) {
                    break; // nobody knows its size; a tensor that wants what follows will say so
                }
                at += Long.BYTES;
                places.put(storage.key(), at);
                at += checked(storage, at);
            }
            return places;
        }

        /** The bytes that the storage takes. */
        private long checked(PickledStorage storage, long at)
                throws IOException, CheckpointException {
            ByteBuffer count = FileBytes.read(channel, at - Long.BYTES, Long.BYTES).order(order);
            long found = count.remaining() < Long.BYTES ? storage.count() : count.getLong();
            if (found != storage.count()) {
                throw new CheckpointException(
                        "%s: storage %s holds %d numbers, but the pickle says %d."
                                .formatted(file, storage.key(), found, storage.count()));
            }
            long bytes = storage.type().bytes(storage.count());
            if (bytes > channel.size() - at) {
                throw new CheckpointException(
                        ("%s: storage %s of %d bytes runs past the end of the file; the download"
                                        + " may be cut short.")
                                .formatted(file, storage.key(), bytes));
            }
            return bytes;
        }
    }
}
