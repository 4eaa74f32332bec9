package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import loupe.lesson.Sha256;

/**
 * Texts that could not be saved when the program ended: readable copies in a folder of their own,
 * which the next start reads back.
 */
final class Unsaved {
    private static final String WAITING = "unsaved-";
    private static final String DONE = "restored-";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private Unsaved() {}

    /** Writes them into the first place that takes them, beside the copies or beside the record. */
    static Path write(
            AnswerPlace place,
            Map<QuestionKey, AnswerSaver.Offer> texts,
            Map<QuestionKey, Long> bases)
            throws IOException {
        IOException trouble = new IOException("no folder takes what was not saved");
        for (Path home : List.of(place.copies(), place.data())) {
            try {
                Path folder = home.resolve(WAITING + LocalDateTime.now().format(DATE));
                writeInto(folder, texts, bases);
                return folder;
            } catch (IOException e) {
                trouble.addSuppressed(e);
            }
        }
        throw trouble;
    }

    private static void writeInto(
            Path folder, Map<QuestionKey, AnswerSaver.Offer> texts, Map<QuestionKey, Long> bases)
            throws IOException {
        Map<LessonKey, Map<String, Draft>> lessons = new HashMap<>();
        Map<String, String> prompts = new HashMap<>();
        texts.forEach(
                (key, offer) -> {
                    String prompt = offer.prompt();
                    prompts.put(Sha256.of(prompt), prompt);
                    lessons.computeIfAbsent(
                                    new LessonKey(key.course(), key.lesson()),
                                    lesson -> new TreeMap<>())
                            .put(
                                    key.question(),
                                    new Draft(
                                            offer.body(),
                                            bases.getOrDefault(key, 0L),
                                            Instant.now(),
                                            Sha256.of(prompt),
                                            offer.lessonVersion()));
                });
        for (Map.Entry<LessonKey, Map<String, Draft>> each : lessons.entrySet()) {
            Copies.write(
                    folder, each.getKey(), each.getValue(), sha -> prompts.getOrDefault(sha, ""));
        }
    }

    /** The folders that wait to be read back, oldest first. */
    static List<Path> waiting(AnswerPlace place) throws IOException {
        List<Path> waiting = new ArrayList<>();
        for (Path home : List.of(place.copies(), place.data())) {
            if (Files.isDirectory(home)) {
                try (Stream<Path> inside = Files.list(home)) {
                    inside.filter(each -> name(each).startsWith(WAITING))
                            .sorted()
                            .forEach(waiting::add);
                }
            }
        }
        return waiting;
    }

    /** Keeps a folder that was read back from being read again. Nothing is deleted. */
    static void done(Path folder) throws IOException {
        String date = name(folder).substring(WAITING.length());
        Files.move(folder, folder.resolveSibling(DONE + date));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
