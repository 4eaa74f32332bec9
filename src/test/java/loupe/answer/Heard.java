package loupe.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listener that writes down what it hears, and can be waited for. */
final class Heard implements SaveListener {
    private final LinkedBlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final List<String> all = new ArrayList<>();

    @Override
    public void saved(Instant at, Set<QuestionKey> keys) {
        note("saved " + keys.stream().map(QuestionKey::question).sorted().toList());
    }

    @Override
    public void failed(String sentence) {
        note("failed " + sentence);
    }

    @Override
    public void recovered() {
        note("recovered");
    }

    @Override
    public void told(String sentence) {
        note("told " + sentence);
    }

    @Override
    public void conflict(QuestionKey key, String mine, Draft theirs) {
        note("conflict " + key.question() + ": " + mine + " / " + theirs.body());
    }

    private synchronized void note(String line) {
        all.add(Thread.currentThread().getName().equals("answers") ? line : "wrong thread");
        news.add(line);
    }

    synchronized List<String> all() {
        return List.copyOf(all);
    }

    /** Waits for the next news that begins so; fails after a time in which it must have come. */
    String await(String start) throws InterruptedException {
        for (String line = next(); ; line = next()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
    }

    private String next() throws InterruptedException {
        String line = news.poll(60, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("heard only " + all());
        }
        return line;
    }
}
