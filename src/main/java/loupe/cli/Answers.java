package loupe.cli;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import loupe.answer.AnswerPlace;
import loupe.answer.AnswerSaver;
import loupe.answer.AnswerTrouble;
import loupe.answer.Draft;
import loupe.answer.Profile;
import loupe.answer.Profiles;
import loupe.answer.QuestionKey;
import loupe.answer.SaveListener;

/** The store of one person, open for a command. */
final class Answers implements AutoCloseable {
    private final AnswerSaver saver;

    private Answers(AnswerSaver saver) {
        this.saver = saver;
    }

    static Answers of(Profile person) {
        return new Answers(AnswerSaver.open(person.place(), new OnTerminal()));
    }

    AnswerSaver saver() {
        return saver;
    }

    /**
     * The person with this id or name; without one the only person there is.
     *
     * @throws CommandTrouble with the sentence to print
     */
    static Profile person(String wanted) throws AnswerTrouble, CommandTrouble {
        List<Profile> all = new Profiles(AnswerPlace.ofThisComputer()).all();
        if (wanted.isEmpty() && all.size() == 1) {
            return all.get(0);
        }
        List<String> names =
                all.stream()
                        .map(
                                each ->
                                        each.name().isEmpty()
                                                ? each.id()
                                                : each.id() + " (" + each.name() + ")")
                        .toList();
        return all.stream()
                .filter(each -> each.id().equals(wanted) || each.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                new CommandTrouble(
                                        (wanted.isEmpty()
                                                        ? "Several people write on this computer"
                                                        : "Nobody here is called " + wanted)
                                                + ". Name one with --profile: "
                                                + String.join(", ", names)
                                                + "."));
    }

    /** Waits for the store; its trouble is the sentence to print. */
    static <T> T await(CompletableFuture<T> answer) throws Exception {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Override
    public void close() {
        saver.close();
    }

    /** What the window would show, on standard error. */
    private record OnTerminal() implements SaveListener {
        @Override
        public void saved(Instant at, Set<QuestionKey> keys) {}

        @Override
        public void failed(String sentence) {
            System.err.println(sentence);
        }

        @Override
        public void recovered() {}

        @Override
        public void told(String sentence) {
            System.err.println(sentence);
        }

        @Override
        public void conflict(QuestionKey key, String mine, Draft theirs) {
            System.err.println("Two programs changed " + key.question() + "; both texts are kept.");
        }
    }
}
