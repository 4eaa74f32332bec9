package loupe.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer, piece by piece as it comes: one piece is asked for at a time, and one that
 * does not come in time is a broken connection, which the Java library's stream would wait for
 * forever.
 */
final class PieceQueue implements BodySubscriber<PieceQueue>, AutoCloseable {
    private static final Duration STALLED = Duration.ofSeconds(60);

    private record Event(List<ByteBuffer> piece, Optional<Throwable> failure, boolean end) {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    @Override
    public CompletionStage<PieceQueue> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        events.add(new Event(piece, Optional.empty(), false));
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new Event(List.of(), Optional.of(failure), true));
    }

    @Override
    public void onComplete() {
        events.add(new Event(List.of(), Optional.empty(), true));
    }

    /**
     * The next piece, or nothing at the end.
     *
     * @throws IOException if the connection breaks, or nothing comes for a minute
     */
    Optional<List<ByteBuffer>> next() throws IOException, InterruptedException {
        Event event = events.poll(STALLED.toSeconds(), TimeUnit.SECONDS);
        if (event == null) {
            throw new IOException("nothing came for " + STALLED.toSeconds() + " seconds");
        }
        if (event.failure().isPresent()) {
            throw new IOException("the connection broke", event.failure().get());
        }
        if (event.end()) {
            return Optional.empty();
        }
        subscription.join().request(1);
        return Optional.of(event.piece());
    }

    /** All of it, if it is no more than that. */
    byte[] all(int most) throws IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Optional<List<ByteBuffer>> piece = next(); piece.isPresent(); piece = next()) {
            for (ByteBuffer part : piece.get()) {
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                all.write(bytes);
            }
            if (all.size() > most) {
                throw new IOException("more than " + most + " bytes");
            }
        }
        return all.toByteArray();
    }

    /** Asks for no more. */
    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }
}
