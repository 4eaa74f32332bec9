package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** A plain file for texts that could not be saved when the program ended. */
final class Unsaved {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private Unsaved() {}

    /**
     * Writes them into the first folder that takes them: the copies', the data's, the temp folder.
     */
    static Path write(AnswerPlace place, Map<QuestionKey, AnswerSaver.Offer> texts)
            throws IOException {
        StringBuilder all = new StringBuilder("# Answers that were not saved\n");
        texts.forEach(
                (key, offer) ->
                        all.append("\n## ")
                                .append(key.lesson() + ", " + key.question())
                                .append("\n\n")
                                .append(offer.body)
                                .append('\n'));
        String name = "unsaved-" + LocalDateTime.now().format(DATE) + ".md";
        IOException trouble = new IOException("no folder takes " + name);
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        for (Path folder : List.of(place.copies(), place.data(), temp)) {
            try {
                Files.createDirectories(folder);
                return Files.write(folder.resolve(name), AnswerStore.bytes(all.toString()));
            } catch (IOException e) {
                trouble.addSuppressed(e);
            }
        }
        throw trouble;
    }
}
