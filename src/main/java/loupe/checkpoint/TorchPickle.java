package loupe.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * Reads the pickles of one PyTorch file, with a closed list of instructions and of names ({@link
 * TorchNames}). Lengths are compared with what is left before anything is allocated, and keys of
 * dictionaries are texts, since hashing what a file has built may never end.
 */
final class TorchPickle {
    /** Of a pickle: tens of thousands of tensors. Each byte may cost a hundred in memory. */
    static final int LONGEST = 4 << 20;

    private final String where;
    private final CountedInput input;
    private final Reader reader = new Reader();

    /**
     * @param where what a message calls the pickle
     * @param bytes at its first instruction, at most {@link #LONGEST}
     */
    TorchPickle(String where, byte[] bytes) {
        this.where = where;
        this.input = new CountedInput(bytes);
    }

    /** The storages that its tensors are views of, by key. */
    Map<String, PickledStorage> storages() {
        return reader.storages;
    }

    /** How many bytes have been read. */
    int position() {
        return input.position();
    }

    /**
     * The next object: texts, numbers, maps, lists, arrays, {@link PickledTensor}s.
     *
     * @throws CheckpointException if it is damaged, or asks for anything that is not on the lists
     */
    Object next() throws CheckpointException {
        try {
            return reader.load(input);
        } catch (Refused e) {
            throw new CheckpointException(where + e.getMessage(), e);
        } catch (IOException e) {
            throw new CheckpointException(
                    where + " ends in the middle; the download may be cut short.", e);
        } catch (IndexOutOfBoundsException e) {
            throw new CheckpointException(
                    where + ": the stack is empty at byte " + (position() - 1) + ".", e);
        } catch (PickleException e) {
            throw new CheckpointException(
                    where + ", byte " + (position() - 1) + ": " + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            throw new CheckpointException(
                    where + " is damaged: byte " + (position() - 1) + " makes no sense.", e);
        }
    }

    /** Carries the end of a sentence up through the library. */
    private static final class Refused extends PickleException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private static final class Reader extends Unpickler {
        private static final Set<Integer> ALLOWED =
                IntStream.of(
                                Opcodes.PROTO,
                                Opcodes.FRAME,
                                Opcodes.STOP,
                                Opcodes.MARK,
                                Opcodes.NONE,
                                Opcodes.NEWTRUE,
                                Opcodes.NEWFALSE,
                                Opcodes.BININT,
                                Opcodes.BININT1,
                                Opcodes.BININT2,
                                Opcodes.LONG1,
                                Opcodes.BINFLOAT,
                                Opcodes.BINSTRING,
                                Opcodes.SHORT_BINSTRING,
                                Opcodes.BINUNICODE,
                                Opcodes.SHORT_BINUNICODE,
                                Opcodes.EMPTY_TUPLE,
                                Opcodes.TUPLE,
                                Opcodes.TUPLE1,
                                Opcodes.TUPLE2,
                                Opcodes.TUPLE3,
                                Opcodes.EMPTY_LIST,
                                Opcodes.APPEND,
                                Opcodes.APPENDS,
                                Opcodes.EMPTY_DICT,
                                Opcodes.SETITEM,
                                Opcodes.SETITEMS,
                                Opcodes.BINPUT,
                                Opcodes.LONG_BINPUT,
                                Opcodes.MEMOIZE,
                                Opcodes.BINGET,
                                Opcodes.LONG_BINGET,
                                Opcodes.GLOBAL,
                                Opcodes.STACK_GLOBAL,
                                Opcodes.REDUCE,
                                Opcodes.BUILD,
                                Opcodes.BINPERSID)
                        .boxed()
                        .collect(Collectors.toUnmodifiableSet());

        private final Map<String, PickledStorage> storages = new HashMap<>();

        @Override
        protected Object dispatch(short key) throws IOException {
            if (!ALLOWED.contains((int) key)) {
                throw new Refused(
                        ": instruction %d at byte %d is none that weights need."
                                .formatted(key, ((CountedInput) input).position() - 1));
            }
            switch (key) {
                case Opcodes.GLOBAL:
                    String module = PickleUtils.readline(input);
                    return push(module + "." + PickleUtils.readline(input));
                case Opcodes.STACK_GLOBAL:
                    String name = (String) stack.pop();
                    return push(stack.pop() + "." + name);
                case Opcodes.BINSTRING:
                case Opcodes.BINUNICODE:
                    ((CountedInput) input).checkLength();
                    return super.dispatch(key);
                case Opcodes.BINGET:
                case Opcodes.LONG_BINGET:
                    return recall(key);
                case Opcodes.SETITEM:
                    Object value = stack.pop();
                    return put(Arrays.asList(stack.pop(), value));
                case Opcodes.SETITEMS:
                    return put(stack.pop_all_since_marker());
                case Opcodes.BUILD:
                    stack.pop(); // attributes such as _metadata, which no weight needs
                    return NO_RETURN_VALUE;
                default:
                    return super.dispatch(key);
            }
        }

        private Object push(String name) {
            stack.add(
                    TorchNames.find(name)
                            .orElseThrow(
                                    () ->
                                            new Refused(
                                                    " asks for "
                                                            + shown(name)
                                                            + ", which no weights need: do not"
                                                            + " trust this file.")));
            return NO_RETURN_VALUE;
        }

        private Object recall(short key) throws IOException {
            int at =
                    key == Opcodes.BINGET
                            ? PickleUtils.readbyte(input)
                            : PickleUtils.bytes_to_integer(PickleUtils.readbytes(input, 4));
            if (!memo.containsKey(at)) {
                throw new Refused(": memo " + at + " is not set.");
            }
            stack.add(memo.get(at));
            return NO_RETURN_VALUE;
        }

        @SuppressWarnings("unchecked")
        private Object put(List<Object> pairs) {
            Map<Object, Object> map = (Map<Object, Object>) stack.peek();
            for (int i = 0; i < pairs.size(); i += 2) {
                if (!(pairs.get(i) instanceof String || pairs.get(i) instanceof Number)) {
                    throw new Refused(": the key of a dictionary is neither text nor number.");
                }
                map.put(pairs.get(i), pairs.get(i + 1));
            }
            return NO_RETURN_VALUE;
        }

        @Override
        protected Object persistentLoad(Object reference) {
            PickledStorage storage = TorchNames.storage(reference);
            PickledStorage before = storages.putIfAbsent(storage.key(), storage);
            if (before != null && !before.equals(storage)) {
                throw new Refused(": storage " + shown(storage.key()) + " has two sizes or types.");
            }
            return storage;
        }

        private static String shown(String name) {
            String plain = name.replaceAll("[^ -~]", "?");
            return plain.length() > 80 ? plain.substring(0, 80) + "..." : plain;
        }
    }

    /** The bytes of a file's pickles, one after another; knows where it stands. */
    private static final class CountedInput extends InputStream {
        private final byte[] bytes;
        private int at;

        CountedInput(byte[] bytes) {
            this.bytes = bytes;
        }

        int position() {
            return at;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int available() {
            return bytes.length - at;
        }

        /** That the length which stands here, of four bytes, is no more than what is left. */
        void checkLength() throws IOException {
            if (available() < 4) {
                throw new IOException("no length");
            }
            long length = PickleUtils.bytes_to_uint(bytes, at);
            if (length > available() - 4) {
                throw new IOException("too long: " + length);
            }
        }
    }
}
