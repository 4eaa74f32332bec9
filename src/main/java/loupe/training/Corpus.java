package loupe.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import loupe.vocabulary.TrainingAdvice;

/**
 * The texts a model learns from: one file, or the {@code .txt} files of a folder in the order of
 * their names.
 */
public record Corpus(List<Book> books) {

    public Corpus {
        books = List.copyOf(books);
    }

    /**
     * @throws TrainingAdvice when there is nothing to read there, or it is not UTF-8
     * @throws TrainingFailure when the disk fails
     */
    public static Corpus read(Path place) throws TrainingFailure {
        if (!Files.exists(place)) {
            throw new TrainingAdvice(
                    "There is no file or folder \"" + place + "\". Name your text with --corpus.");
        }
        try {
            Corpus corpus = new Corpus(books(place));
            if (corpus.books.isEmpty()) {
                throw new TrainingAdvice(
                        "\"" + place + "\" is empty. Name a file or folder with text in it.");
            }
            return corpus;
        } catch (IOException failure) {
            throw new TrainingFailure("\"" + place + "\" could not be read.", failure);
        }
    }

    private static List<Book> books(Path place) throws IOException {
        boolean folder = Files.isDirectory(place);
        Catalogue catalogue = Catalogue.of(folder ? place : place.toAbsolutePath().getParent());
        List<Book> books = new ArrayList<>();
        for (Path file : files(place)) {
            String text = text(file);
            if (!text.isBlank()) {
                books.add(new Book(catalogue.title(file.getFileName().toString()), text));
            }
        }
        return books;
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> entries = Files.list(place)) {
            List<Path> files =
                    entries.filter(Files::isRegularFile)
                            .filter(file -> file.getFileName().toString().endsWith(".txt"))
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new TrainingAdvice(
                        "The folder \""
                                + place
                                + "\" holds no .txt file. Put your texts there, or name"
                                + " another folder with --corpus.");
            }
            return files;
        }
    }

    /** Line breaks become one kind, and a byte order mark goes. */
    private static String text(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        CharBuffer characters = CharBuffer.allocate(bytes.remaining() + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(bytes, characters, true);
        if (result.isError()) {
            throw notUtf8(file, bytes);
        }
        String text = characters.flip().toString().replace("\r\n", "\n").replace('\r', '\n');
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static TrainingAdvice notUtf8(Path file, ByteBuffer bytes) {
        int line = 1;
        for (int i = 0; i < bytes.position(); i++) {
            line += bytes.get(i) == '\n' ? 1 : 0;
        }
        return new TrainingAdvice(
                String.format(
                        Locale.ROOT,
                        "\"%s\" is not UTF-8 text: byte 0x%02X in line %,d does not fit. Save it as UTF-8 and"
                                + " try again.",
                        file,
                        bytes.get(bytes.position()) & 0xFF,
                        line));
    }
}
