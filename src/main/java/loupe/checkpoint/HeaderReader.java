package loupe.checkpoint;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of a safetensors header, strictly: each name once, each value of its kind. */
final class HeaderReader {
    private final String file;
    private final JsonReader json;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private HeaderReader(String file, String text) {
        this.file = file;
        this.json = new JsonReader(new StringReader(text));
        this.json.setStrictness(Strictness.STRICT);
    }

    static Header read(String file, String text, long dataStart) throws CheckpointException {
        if (!text.startsWith("{")) {
            throw new CheckpointException(file + ": the header must be a JSON object.");
        }
        HeaderReader reader = new HeaderReader(file, text);
        try {
            reader.object();
        } catch (IOException e) {
            throw new CheckpointException(
                    file + ": the header is not valid JSON" + JsonFile.place(e, text) + ".", e);
        }
        return new Header(reader.entries, reader.metadata, dataStart);
    }

    private void object() throws IOException, CheckpointException {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (name.equals("__metadata__")) {
                metadata();
            } else if (entries.containsKey(name)) {
                throw wrong(name, "it is there twice");
            } else {
                entries.put(name, entry(name));
            }
        }
        json.endObject();
        json.peek(); // anything but the end is an error here
    }

    private void metadata() throws IOException, CheckpointException {
        String rule = "must map names to texts, each once";
        if (!metadata.isEmpty() || json.peek() != JsonToken.BEGIN_OBJECT) {
            throw wrong("__metadata__", rule);
        }
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            if (json.peek() != JsonToken.STRING || metadata.put(key, json.nextString()) != null) {
                throw wrong("__metadata__", rule);
            }
        }
        json.endObject();
    }

    private Entry entry(String name) throws IOException, CheckpointException {
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
            throw wrong(name, "its entry is not an object");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String field = json.nextName();
            if (fields.put(field, field(name, field)) != null) {
                throw wrong(name, field + " is there twice");
            }
        }
        json.endObject();
        for (String field : List.of("dtype", "shape", "data_offsets")) {
            if (!fields.containsKey(field)) {
                throw wrong(name, field + " is missing");
            }
        }
        return checked(
                name,
                (Dtype) fields.get("dtype"),
                (long[]) fields.get("shape"),
                (long[]) fields.get("data_offsets"));
    }

    private Object field(String name, String field) throws IOException, CheckpointException {
        switch (field) {
            case "dtype":
                return type(name);
            case "shape":
                return numbers(name, field, "a dimension");
            case "data_offsets":
                return numbers(name, field, "an offset");
            default:
                json.skipValue();
                return field;
        }
    }

    private Dtype type(String name) throws IOException, CheckpointException {
        if (json.peek() != JsonToken.STRING) {
            throw wrong(name, "dtype is not a text");
        }
        String found = json.nextString();
        return Dtype.named(found).orElseThrow(() -> wrong(name, "unknown dtype '" + found + "'"));
    }

    private long[] numbers(String name, String field, String what)
            throws IOException, CheckpointException {
        if (json.peek() != JsonToken.BEGIN_ARRAY) {
            throw wrong(name, field + " is not a list");
        }
        List<Long> numbers = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            if (json.peek() != JsonToken.NUMBER) {
                throw wrong(name, what + " is not a whole number");
            }
            numbers.add(number(name, what, json.nextString()));
        }
        json.endArray();
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private long number(String name, String what, String found) throws CheckpointException {
        if (!found.matches("-?[0-9]+")) {
            throw wrong(name, what + " is not a whole number: " + found);
        }
        if (found.startsWith("-")) {
            throw wrong(name, what + " is negative: " + found);
        }
        if (found.length() > 18) {
            throw wrong(name, what + " is out of range: " + found);
        }
        return Long.parseLong(found);
    }

    private Entry checked(String name, Dtype type, long[] shape, long[] offsets)
            throws CheckpointException {
        if (offsets.length != 2) {
            throw wrong(name, "data_offsets holds " + offsets.length + " numbers, wanted 2");
        }
        if (offsets[1] < offsets[0]) {
            throw wrong(name, "its end " + offsets[1] + " lies before its begin " + offsets[0]);
        }
        Entry entry = new Entry(name, type, shape, offsets[0], offsets[1]);
        long wanted = bytes(entry);
        if (wanted != entry.bytes()) {
            throw wrong(
                    name,
                    "%s of this shape takes %d bytes, but the offsets hold %d"
                            .formatted(type, wanted, entry.bytes()));
        }
        return entry;
    }

    private long bytes(Entry entry) throws CheckpointException {
        try {
            long count = 1;
            for (long side : entry.shape()) {
                count = Math.multiplyExact(count, side);
            }
            return entry.type().bytes(count);
        } catch (ArithmeticException e) {
            throw new CheckpointException(
                    file + ": " + entry.name() + ": its shape is out of range.", e);
        }
    }

    private CheckpointException wrong(String name, String what) {
        return new CheckpointException(file + ": " + name + ": " + what + ".");
    }
}
