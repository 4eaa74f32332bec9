package loupe.answer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A program that types: {@code main(data, copies, how, size)} prints "saved N" for every text
 * number N of which it was told that it is saved, until it is killed. {@code how} is {@code flush}
 * (as fast as the disk) or {@code wait} (as a window does).
 */
final class Typist {
    private Typist() {}

    public static void main(String[] arguments) throws Exception {
        AnswerPlace place = new AnswerPlace(Path.of(arguments[0]), Path.of(arguments[1]));
        boolean flush = arguments[2].equals("flush");
        String filling = "x".repeat(Integer.parseInt(arguments[3]));
        BlockingQueue<Instant> saves = new ArrayBlockingQueue<>(100);
        AnswerSaver saver = AnswerSaver.open(place, new Reporter(saves));
        long first = next(saver);
        for (long n = first; ; n++) {
            Desk.type(saver, Desk.W1, n + ":" + filling);
            Desk.type(saver, Desk.W2, n + ":" + filling);
            if (flush) {
                saver.flush().handle((done, trouble) -> done).get();
                if (!saver.unsaved().isEmpty()) {
                    n--;
                    continue;
                }
            } else {
                saves.take();
            }
            System.out.println("saved " + n);
        }
    }

    private static long next(AnswerSaver saver) throws Exception {
        String body = Desk.body(saver, Desk.W1);
        return body.equals("none") ? 1 : Long.parseLong(body.substring(0, body.indexOf(':'))) + 1;
    }

    /** Prints what the student would be told. */
    private record Reporter(BlockingQueue<Instant> saves) implements SaveListener {
        @Override
        public void saved(Instant at, Set<QuestionKey> keys) {
            // Only a save of both is the whole of a text; another follows if one came alone.
            if (keys.size() == 2) {
                saves.offer(at);
            }
        }

        @Override
        public void failed(String sentence) {
            System.out.println("failed " + sentence);
        }

        @Override
        public void recovered() {
            System.out.println("recovered");
        }

        @Override
        public void told(String sentence) {
            System.out.println("told " + sentence);
        }

        @Override
        public void conflict(QuestionKey key, String mine, Draft theirs) {
            System.out.println("conflict");
        }
    }
}
