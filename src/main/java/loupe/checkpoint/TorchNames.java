package loupe.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;

/**
 * The names that a pickle of weights may call, and what each makes. The list is closed: nothing
 * else is ever looked up, so no code in a file runs.
 */
final class TorchNames {
    private static final Map<String, Dtype> STORAGES =
            Map.ofEntries(
                    Map.entry("FloatStorage", Dtype.F32),
                    Map.entry("HalfStorage", Dtype.F16),
                    Map.entry("BFloat16Storage", Dtype.BF16),
                    Map.entry("DoubleStorage", Dtype.F64),
                    Map.entry("LongStorage", Dtype.I64),
                    Map.entry("IntStorage", Dtype.I32),
                    Map.entry("ShortStorage", Dtype.I16),
                    Map.entry("CharStorage", Dtype.I8),
                    Map.entry("ByteStorage", Dtype.U8),
                    Map.entry("BoolStorage", Dtype.BOOL),
                    Map.entry("QInt8Storage", Dtype.I8),
                    Map.entry("QUInt8Storage", Dtype.U8),
                    Map.entry("QInt32Storage", Dtype.I32));

    private static final Map<String, IObjectConstructor> FUNCTIONS =
            Map.of(
                    "torch._utils._rebuild_tensor", TorchNames::tensor,
                    "torch._utils._rebuild_tensor_v2", TorchNames::tensor,
                    "torch._utils._rebuild_qtensor", TorchNames::tensor,
                    "torch._utils._rebuild_parameter", arguments -> arguments[0],
                    "torch.per_tensor_affine", TorchNames::nothing,
                    "torch.per_channel_affine", TorchNames::nothing,
                    "collections.OrderedDict", TorchNames::dictionary);

    private TorchNames() {}

    /** The class of a storage; it is only ever mentioned, never called. */
    record StorageClass(String kind, Dtype type) implements IObjectConstructor {

        @Override
        public Object construct(Object[] arguments) {
            throw new PickleException("a storage cannot be called");
        }
    }

    static Optional<IObjectConstructor> find(String name) {
        String kind = name.replaceFirst("^torch\\.", "");
        if (name.startsWith("torch.") && STORAGES.containsKey(kind)) {
            return Optional.of(new StorageClass(kind, STORAGES.get(kind)));
        }
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    /** What a tensor's reference to its storage means; where it lay, as on a GPU, is ignored. */
    static PickledStorage storage(Object reference) {
        Object[] parts = (Object[]) reference; // "storage", class, key, location, count
        if (parts.length > 5 && parts[5] != null) {
            throw new PickleException("it holds a view of a storage, as only very old files do");
        }
        StorageClass type = (StorageClass) parts[1];
        long count = whole(parts[4]);
        if (count < 0 || count > Long.MAX_VALUE / Long.SIZE) {
            throw new PickleException("a storage of " + count + " numbers is out of range");
        }
        return new PickledStorage(type.kind(), type.type(), (String) parts[2], count);
    }

    /** Arguments: storage, offset, sizes, strides; the rest is about training. */
    private static Object tensor(Object[] arguments) {
        return new PickledTensor(
                (PickledStorage) arguments[0],
                whole(arguments[1]),
                wholes(arguments[2]),
                wholes(arguments[3]));
    }

    private static Object nothing(Object[] arguments) {
        throw new PickleException("a quantiser cannot be called");
    }

    /** Python 3 makes it empty and fills it; Python 2 gave a list of pairs. */
    private static Object dictionary(Object[] arguments) {
        Map<Object, Object> made = new LinkedHashMap<>();
        if (arguments.length > 0) {
            for (Object pair : (List<?>) arguments[0]) {
                List<?> entry = (List<?>) pair;
                made.put((String) entry.get(0), entry.get(1));
            }
        }
        return made;
    }

    private static long[] wholes(Object tuple) {
        Object[] numbers = (Object[]) tuple;
        long[] wholes = new long[numbers.length];
        for (int i = 0; i < wholes.length; i++) {
            wholes[i] = whole(numbers[i]);
        }
        return wholes;
    }

    private static long whole(Object number) {
        if (number instanceof Integer || number instanceof Long) {
            return ((Number) number).longValue();
        }
        throw new PickleException("a size, stride or offset is not a whole number in range");
    }
}
