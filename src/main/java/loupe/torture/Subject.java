package loupe.torture;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import loupe.answer.AnswerPlace;
import loupe.answer.AnswerSaver;
import loupe.answer.Draft;
import loupe.answer.Profile;
import loupe.answer.QuestionKey;
import loupe.answer.SaveListener;
import loupe.answer.StoreType;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Question;
import loupe.lesson.Stem;
import loupe.lesson.Writeup;

/**
 * What is tortured: a course of one lesson with two questions, and a real store in a folder. It
 * hears what the window would hear.
 */
final class Subject implements AutoCloseable {
    static final String COURSE = "torture";
    static final String LESSON = "rack";
    static final QuestionKey W1 = key("w1");
    static final QuestionKey W2 = key("w2");

    final AnswerSaver saver;
    final AnswerPlace place;
    final AtomicLong saves = new AtomicLong();
    final List<String> said = new CopyOnWriteArrayList<>();

    private Subject(AnswerPlace place) {
        this.place = place;
        this.saver = AnswerSaver.open(place, new Ear());
    }

    static Subject in(Path folder) {
        return new Subject(place(folder));
    }

    static Subject in(AnswerPlace place) {
        return new Subject(place);
    }

    static AnswerPlace place(Path folder) {
        return new AnswerPlace(folder.resolve("data"), folder.resolve("copies"));
    }

    /** The same place as a network drive would say it is. */
    static AnswerPlace onNetwork(Path folder) {
        StoreType nfs = any -> "nfs4";
        return new AnswerPlace(folder.resolve("data"), folder.resolve("copies"), nfs);
    }

    static QuestionKey key(String question) {
        return new QuestionKey(COURSE, LESSON, question);
    }

    static Question question(String id) {
        return new Writeup(Stem.bare(id, "What do you see?"), Writeup.Limits.NONE, "");
    }

    static Course course() {
        Lesson.Head head = new Lesson.Head(LESSON, "Rack", "en", "", "1", "", List.of(), List.of());
        List<Question> questions = List.of(question("w1"), question("w2"));
        Lesson lesson =
                new Lesson(
                        head,
                        "<main></main>",
                        questions,
                        List.of(),
                        List.of(),
                        List.of(),
                        Path.of("x"));
        return new Course(COURSE, "Torture", "1", List.of(), List.of(lesson), List.of());
    }

    Profile person() {
        return new Profile("first", "Ravaillac", "1610", place);
    }

    void offer(QuestionKey key, String text) {
        saver.offer(key, text, question(key.question()), "1");
    }

    /** Offers and waits until it is saved; false if it could not be. */
    boolean save(QuestionKey key, String text) throws InterruptedException {
        offer(key, text);
        return flush();
    }

    boolean flush() throws InterruptedException {
        try {
            saver.flush().get();
            return true;
        } catch (java.util.concurrent.ExecutionException notSaved) {
            return false;
        }
    }

    /** What the store says, empty for no answer. */
    String body(QuestionKey key) throws Exception {
        Map<String, Draft> all = saver.load(key.course(), key.lesson()).get();
        return all.containsKey(key.question()) ? all.get(key.question()).body() : "";
    }

    boolean heard(String start) {
        return said.stream().anyMatch(each -> each.startsWith(start));
    }

    @Override
    public void close() {
        saver.close();
    }

    /** Counts saves and writes down sentences. */
    private final class Ear implements SaveListener {
        @Override
        public void saved(Instant at, Set<QuestionKey> keys) {
            saves.incrementAndGet();
        }

        @Override
        public void failed(String sentence) {
            said.add("failed " + sentence);
        }

        @Override
        public void recovered() {
            said.add("recovered");
        }

        @Override
        public void told(String sentence) {
            said.add("told " + sentence);
        }

        @Override
        public void conflict(QuestionKey key, String mine, Draft theirs) {
            said.add("conflict " + theirs.body());
        }
    }
}
