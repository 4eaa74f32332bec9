package loupe.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import loupe.checkpoint.CheckpointException;
import loupe.hub.Fetch;
import loupe.hub.Fetcher;
import loupe.hub.HubSettings;
import loupe.hub.ModelId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Downloads a model. Ctrl-C keeps what came; the same command goes on from there. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Downloads a model from the hub into the cache that Python's library uses too.",
            "Stop it with Ctrl-C; the same command goes on from there.",
            "",
            "HF_HOME, HF_HUB_CACHE, HF_ENDPOINT, HF_TOKEN, HF_HUB_OFFLINE, HTTPS_PROXY and NO_PROXY mean what they mean in Python."
        })
final class FetchCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int STOPPED = 130;
    private static final long LONGEST_STOP_SECONDS = 5;

    @Parameters(paramLabel = "MODEL", description = "Its id, as in gpt2 or org/name.")
    private String model;

    @Override
    public Integer call() throws InterruptedException {
        FetchLine line = new FetchLine(System.out, System.console() != null);
        CountDownLatch done = new CountDownLatch(1);
        try (Fetcher fetcher = new Fetcher(HubSettings.ofThisProcess())) {
            Fetch fetch = fetcher.start(ModelId.parse(model), line);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stop(fetch, done), "stop on Ctrl-C"));
            Optional<Path> folder = fetch.await();
            line.end();
            if (folder.isEmpty()) {
                System.out.println("What came is kept. Give the same command again to go on.");
                return STOPPED;
            }
            System.out.println(model + " is in " + folder.get() + ".");
            return 0;
        } catch (CheckpointException e) {
            line.end();
            System.err.println(e.getMessage());
            return FAILED;
        } finally {
            done.countDown();
        }
    }

    /** Runs when the process is asked to end: waits until that has been said. */
    private static void stop(Fetch fetch, CountDownLatch done) {
        fetch.cancel();
        try {
            done.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
