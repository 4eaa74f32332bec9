package loupe.panel;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import loupe.experiment.Lab;
import loupe.experiment.ModelThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelDeskTest {
    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final Path TINY = HOME.resolve("src/test/resources/models/tiny-gpt");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T10:15:03Z"), ZoneOffset.UTC);
    private static final String STOPPED =
            "{\"state\":\"refused\",\"message\":\"This run was stopped.\"}";

    /** Remembers what was logged instead of printing it. */
    private static final class Log extends Handler {
        private final List<LogRecord> records = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private final Logger logger = Logger.getLogger("loupe.panel");
    private final Log log = new Log();
    private ExecutorService thread;
    private PanelDesk desk;

    @BeforeEach
    void open() {
        logger.addHandler(log);
        logger.setUseParentHandlers(false);
        thread = ModelThread.executor();
        desk = new PanelDesk(thread, new Lab(HOME), CLOCK);
    }

    @AfterEach
    void close() {
        logger.removeHandler(log);
        logger.setUseParentHandlers(true);
        thread.shutdownNow();
    }

    @Test
    void aRunIsDrawnInTheWordsOfTheProtocol() {
        JsonObject reply = drawn("The dog");
        assertEquals(
                List.of(
                        "state",
                        "run",
                        "model",
                        "weights",
                        "device",
                        "sides",
                        "targetWritten",
                        "stacks",
                        "says",
                        "milliseconds"),
                List.copyOf(reply.keySet()));
        assertEquals("drawn", reply.get("state").getAsString());
        assertEquals(
                "{\"id\":260,\"text\":\" dog\",\"start\":3,\"end\":7,\"special\":false,"
                        + "\"part\":1,\"parts\":1,"
                        + "\"segment\":0,\"type\":0,\"continues\":false,\"word\":1}",
                reply.getAsJsonObject("sides").getAsJsonArray("text").get(1).toString());
        JsonObject says = reply.getAsJsonArray("says").get(0).getAsJsonObject();
        assertEquals("next", says.get("about").getAsString());
        assertEquals(10, says.getAsJsonArray("guesses").size());
        assertEquals("{\"variant\":\"trained\",\"seed\":0}", reply.get("weights").toString());
        assertEquals(
                "{\"kind\":\"self\",\"prefix\":\"\",\"layers\":2,\"heads\":2,\"headSize\":8,"
                        + "\"scale\":[0.35355339059327373,0.35355339059327373],\"position\":false,\"causal\":true,"
                        + "\"queries\":\"text\",\"keys\":\"text\"}",
                reply.getAsJsonArray("stacks").get(0).toString());
    }

    @Test
    void theNumbersBehindItAreKeptByRunPlaceAndHead() {
        String run = drawn("The dog").get("run").getAsString();
        byte[] all = numbers(run, "attn.1").orElseThrow();
        assertEquals(2 * 2 * 2 * 4, all.length);
        byte[] head = numbers(run, "attn.1", "head", "1").orElseThrow();
        assertArrayEquals(Arrays.copyOfRange(all, 16, 32), head);
        assertArrayEquals(all, numbers(run, "attn.1", "head", "0,1").orElseThrow());
        assertArrayEquals(
                Arrays.copyOfRange(head, 8, 16),
                numbers(run, "attn.1", "head", "1", "row", "1").orElseThrow());
        assertArrayEquals(
                Arrays.copyOfRange(head, 4, 8),
                Arrays.copyOfRange(
                        numbers(run, "attn.1", "head", "1", "column", "1").orElseThrow(), 0, 4));
        assertEquals(8, numbers(run, "attn.1", "as", "byte").orElseThrow().length);
        assertEquals(2, numbers(run, "attn.1", "pool", "1").orElseThrow().length);
        assertEquals(2 * 2 * 8 * 4, numbers(run, "v.1").orElseThrow().length);
        assertEquals(2 * 2 * 4, numbers(run, "value_norm.1").orElseThrow().length);
    }

    @Test
    void numbersThatAreNotThereAreNone() {
        String run = drawn("The dog").get("run").getAsString();
        for (String head : List.of("2", "0,2", "-1", "x")) {
            assertTrue(numbers(run, "attn.1", "head", head).isEmpty(), head);
        }
        assertTrue(numbers(run, "attn.1", "row", "2").isEmpty());
        assertTrue(numbers(run, "attn.1", "column", "2").isEmpty());
        assertTrue(numbers(run, "attn.1", "pool", "0").isEmpty());
        assertTrue(numbers(run, "value_norm.1", "column", "0").isEmpty());
        assertTrue(numbers(run, "attn.9").isEmpty());
        assertTrue(numbers("r999", "attn.1").isEmpty());
    }

    private Optional<byte[]> numbers(String run, String place, String... query) {
        Map<String, String> wish = new HashMap<>();
        for (int i = 0; i < query.length; i += 2) {
            wish.put(query[i], query[i + 1]);
        }
        return desk.numbers(run, place, wish);
    }

    @Test
    void theLastTwelveRunsAreKeptAndNoIdIsUsedTwice() {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            runs.add(drawn("The").get("run").getAsString());
        }
        assertEquals(14, new HashSet<>(runs).size());
        assertTrue(numbers(runs.get(1), "q.0").isEmpty());
        for (String run : runs.subList(2, 14)) {
            assertTrue(numbers(run, "q.0").isPresent(), run);
        }
    }

    @Test
    void whatThePersonCanMendIsRefusedAndNotLogged() {
        assertEquals(
                "{\"state\":\"refused\",\"message\":\"The text is empty: write a few words and run"
                        + " it again.\"}",
                ask("{\"model\":\"course/gpt\",\"text\":\"\"}"));
        assertTrue(log.records.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"model\":",
                "{\"model\":\"m\"}",
                "{\"model\":1,\"text\":\"a\"}",
                "{\"model\":\"m\",\"text\":null}",
                "{\"model\":\"m\",\"text\":\"a\",\"pair\":3}",
                "{\"model\":\"m\",\"text\":\"a\",\"seed\":\"x\"}",
                "{\"model\":\"m\",\"text\":\"a\",\"seed\":1.5}",
                "{'model':'m','text':'t'}"
            })
    void aRequestWeShouldNotHaveSentIsBrokenAndLoggedOnce(String json) {
        assertEquals(
                "{\"state\":\"broken\",\"log\":\"20261120-101503\",\"message\":\"Something went"
                        + " wrong inside Loupe; the log tells more under 20261120-101503.\"}",
                ask(json));
        assertEquals(1, log.records.size());
        assertEquals("20261120-101503", log.records.get(0).getMessage());
        assertTrue(log.records.get(0).getThrown() instanceof IllegalArgumentException);
    }

    @Test
    void twoFaultsInOneSecondHaveTwoNumbers() {
        ask("[]");
        assertTrue(ask("[]").contains("\"log\":\"20261120-101503-2\""));
    }

    private static String cells(String own) {
        return "{\"timeout\":60,\"cells\":[{\"id\":\"used\",\"code\":\"int one = 1;\"},{\"id\":\"own\",\"code\":\""
                + own
                + "\"}]}";
    }

    private JsonObject cell(String own) {
        String reply = desk.ask("cell", "c1", cells(own)).join().json();
        return JsonParser.parseString(reply).getAsJsonObject();
    }

    @Test
    void aJavaCellRunsWhileAModelIsAtWork() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        thread.execute(() -> await(hold));
        JsonObject reply = cell("System.out.print(one + 1);");
        hold.countDown();
        assertEquals("drawn", reply.get("state").getAsString());
        assertEquals("done", reply.get("end").getAsString());
        assertEquals("[{\"error\":false,\"text\":\"2\"}]", reply.get("written").toString());
    }

    @Test
    void whatIsWrongWithAJavaCellIsDrawnWithItsPlace() {
        JsonObject mistake = cell("int two = tow;");
        assertEquals("mistake", mistake.get("end").getAsString());
        assertEquals(
                "[{\"cell\":\"own\",\"line\":0,\"from\":10,\"to\":13}]",
                mistake.get("places").toString());
        JsonObject failed = cell("one = 0;\\n  int none = 1 / one;");
        assertEquals("failed", failed.get("end").getAsString());
        assertEquals("ArithmeticException: / by zero", failed.get("message").getAsString());
        assertEquals(
                "[{\"cell\":\"own\",\"line\":1,\"from\":2,\"to\":21}]",
                failed.get("places").toString());
    }

    @Test
    void aJavaCellThatMayNotIsToldSoInWords() {
        JsonObject reply = cell("System.exit(0);");
        assertEquals(
                "A cell may not do this: it reaches no files, no network and no other program"
                        + " (access denied (\"RuntimePermission\" \"exitVM.0\")).",
                reply.get("message").getAsString());
    }

    @Test
    void aJavaCellCanBeStopped() {
        CompletableFuture<Reply> reply =
                desk.ask("cell", "c1", cells("System.out.print(7); while (true) {}"));
        assertTrue(desk.cancel("c1"));
        String json = reply.join().json();
        assertTrue(json.contains("\"end\":\"stopped\"") || json.equals(STOPPED), json);
    }

    @Test
    void aCompilerThatDoesNotComeToAnEndIsEnded() {
        StringBuilder code =
                new StringBuilder("static <T> java.util.Map<T, T> p(T a) { return null; }");
        code.append("var a0 = p(1);");
        for (int i = 1; i < 40; i++) {
            code.append("var a%d = p(a%d);".formatted(i, i - 1));
        }
        Set<ProcessHandle> before = ProcessHandle.current().children().collect(toSet());
        CompletableFuture<Reply> reply = desk.ask("cell", "c1", cells(code.toString()));
        Optional<ProcessHandle> compiler = Optional.empty();
        while (compiler.isEmpty() && !reply.isDone()) {
            compiler =
                    ProcessHandle.current()
                            .children()
                            .filter(each -> !before.contains(each))
                            .findFirst();
        }
        assertTrue(desk.cancel("c1"));
        assertEquals(STOPPED, reply.join().json());
        assertFalse(compiler.orElseThrow().onExit().join().isAlive());
    }

    @Test
    void codeWithoutEndIsRefused() {
        assertEquals(
                "{\"state\":\"refused\",\"message\":\"This cell and those it uses have 100013 characters;"
                        + " 100000 is the most. Take something out.\"}",
                desk.ask("cell", "c1", cells(";".repeat(100_001))).join().json());
        assertTrue(log.records.isEmpty());
    }

    @Test
    void aRunCancelledWhileItWaitsDoesNotStart() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        thread.execute(() -> await(hold));
        CompletableFuture<Reply> reply = desk.ask("attention", "t1", request("The"));
        assertTrue(desk.cancel("t1"));
        hold.countDown();
        assertEquals(STOPPED, reply.join().json());
        assertFalse(desk.cancel("t1"));
    }

    /** The model is deep enough to keep running for seconds, if nobody stopped it. */
    @Test
    void aRunCancelledOnItsWayStops(@TempDir Path deep) throws Exception {
        DeepModel.write(deep, TINY.resolve("tokenizer.json"));
        CountDownLatch begun = new CountDownLatch(1);
        PanelDesk watched =
                new PanelDesk(
                        work ->
                                thread.execute(
                                        () -> {
                                            begun.countDown();
                                            work.run();
                                        }),
                        new Lab(HOME),
                        CLOCK);
        CompletableFuture<Reply> reply =
                watched.ask("attention", "t2", request(deep, "x".repeat(512)));
        await(begun);
        assertTrue(watched.cancel("t2"));
        assertEquals(STOPPED, reply.join().json());
    }

    @Test
    void aTicketThatIsUnderWayCannotBeUsedAgain() {
        CountDownLatch hold = new CountDownLatch(1);
        thread.execute(() -> await(hold));
        CompletableFuture<Reply> first = desk.ask("attention", "t3", request("The"));
        assertTrue(desk.ask("attention", "t3", request("The")).join() instanceof Reply.Broken);
        hold.countDown();
        assertTrue(first.join() instanceof Reply.Drawn);
        assertTrue(desk.ask("attention", "t3", request("The")).join() instanceof Reply.Drawn);
    }

    @Test
    void anotherThreadThanTheModelsIsAFault() {
        PanelDesk wrong = new PanelDesk(Runnable::run, new Lab(HOME), CLOCK);
        assertTrue(wrong.ask("attention", "t", request("a")).join() instanceof Reply.Broken);
        assertTrue(log.records.get(0).getThrown() instanceof IllegalStateException);
    }

    @Test
    void afterClosingEveryRequestIsRefused() {
        thread.shutdown();
        assertEquals(
                "{\"state\":\"refused\",\"message\":\"Loupe is closing.\"}", ask(request("a")));
    }

    @Test
    void theModelsOnThisComputerAreListedForThePage() {
        JsonObject models = JsonParser.parseString(desk.models()).getAsJsonObject();
        assertTrue(models.getAsJsonArray("models").toString().contains("\"course/gpt\""));
    }

    @Test
    void theCatalogHoldsWhatTheDeskAnswers() {
        assertEquals(
                Set.of("gradient", "head", "heads", "model", "neuron", "vectors"),
                PanelCatalog.ids());
        assertEquals(
                Set.of("attention", "cell", "gradient", "heads", "vectors"),
                PanelCatalog.questions());
    }

    @Test
    void whatEveryHeadDoesIsTold() {
        String json = desk.ask("heads", "t4", request("The dog.")).join().json();
        JsonObject reply = JsonParser.parseString(json).getAsJsonObject();
        assertEquals("drawn", reply.get("state").getAsString());
        JsonObject row = reply.getAsJsonArray("rows").get(3).getAsJsonObject();
        assertEquals(
                "self 1 1",
                row.get("kind").getAsString() + " " + row.get("layer") + " " + row.get("head"));
        assertEquals(7, row.getAsJsonArray("text").size());
        assertTrue(row.getAsJsonArray("text").get(4).isJsonNull(), "no separator in this text");
        assertTrue(row.get("induction").getAsDouble() > 0);
    }

    private JsonObject drawn(String text) {
        return JsonParser.parseString(ask(request(text))).getAsJsonObject();
    }

    private String ask(String json) {
        return desk.ask("attention", "ticket", json).join().json();
    }

    private static String request(String text) {
        return request(TINY, text);
    }

    private static String request(Path model, String text) {
        return "{\"model\":\"" + model + "\",\"text\":\"" + text + "\"}";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
