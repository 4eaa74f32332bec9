package loupe.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells are compiled and run as in the program: in a process of their own. */
class CellRunTest {
    static final Duration LONG = Duration.ofSeconds(60);

    static CellCompiler.Compiled compile(String... codes) {
        List<CellText> cells = new ArrayList<>();
        for (String each : codes) {
            cells.add(new CellText("cell-" + cells.size(), each));
        }
        try (CellCompiler compiler = CellCompiler.find().orElseThrow()) {
            return compiler.compile(cells);
        }
    }

    static CellRun.Result run(Duration limit, String... codes) throws Exception {
        CellCompiler.Compiled compiled = compile(codes);
        assertEquals(Optional.empty(), compiled.mistake());
        return CellRun.run(compiled.classes(), limit, () -> false);
    }

    static String printed(String... codes) throws Exception {
        CellRun.Result result = run(LONG, codes);
        assertEquals(Optional.empty(), result.trace());
        assertEquals(CellRun.End.DONE, result.end());
        return text(result);
    }

    static String text(CellRun.Result result) {
        return result.written().stream()
                .map(CellRun.Written::text)
                .collect(Collectors.joining())
                .replace(System.lineSeparator(), "\n");
    }

    @Test
    void aCellPrints() throws Exception {
        assertEquals(
                "0.5\n",
                printed(
                        """
                        double[] scores = {1, 1};
                        double sum = 0;
                        for (double each : scores) {
                            sum += Math.exp(each);
                        }
                        System.out.println(Math.exp(scores[0]) / sum);
                        """));
    }

    @Test
    void whatIsDeclaredAndWhatIsDoneMayStandInAnyOrder() throws Exception {
        assertEquals(
                "[0.5, 0.5]\nyes 3 Pair[a=1, b=2]\n",
                printed(
                        """
                        import java.util.Arrays;
                        import java.util.function.IntUnaryOperator;

                        // What follows is a method; { [ (
                        static <T extends Number> double half(T of) { return of.doubleValue() / 2; }
                        double[] both = {half(1), half(1)}; System.out.println(Arrays.toString(both));

                        record Pair(int a, int b) {}
                        var pair = new Pair(1, 2);
                        final var next = pair.b() + 1;
                        IntUnaryOperator id = x -> { return x; };
                        char brace = '}'; String text = "};{";
                        if (text.length() == 3) {
                            System.out.print("yes ");
                        } else {
                            System.out.print("no ");
                        }
                        System.out.println(id.applyAsInt(next) + " " + seen());
                        String seen() { return pair.toString(); }
                        """));
    }

    @Test
    void whatIsUsedRunsFirstAndIsNotHeard() throws Exception {
        assertEquals(
                "6 24\n",
                printed(
                        "int three = 3; System.out.println(\"not heard\");",
                        "int times(int by) { return three * by; }",
                        "var six = times(2);\nSystem.out.println(six + \" \" + times(8));"));
    }

    @Test
    void everyUnicodeTextComesOut() throws Exception {
        assertEquals("ä → 🙂\n", printed("System.out.println(\"ä → 🙂\");"));
    }

    @Test
    void whatGoesToTheErrorsIsToldApart() throws Exception {
        CellRun.Result result =
                run(LONG, "System.out.print(1); System.err.print(2); System.out.print(3);");
        assertEquals(
                List.of(
                        new CellRun.Written(false, "1"),
                        new CellRun.Written(true, "2"),
                        new CellRun.Written(false, "3")),
                result.written());
    }

    @Test
    void anExceptionKeepsWhatWasPrintedAndNamesItsLine() throws Exception {
        CellCompiler.Compiled compiled =
                compile(
                        "int by(int n) {\n    return 1 / n;\n}",
                        "System.out.print(\"so far\");\n\nint none = by(0);");
        CellRun.Result result = CellRun.run(compiled.classes(), LONG, () -> false);
        assertEquals(CellRun.End.FAILED, result.end());
        assertEquals("so far", text(result));
        CellTrace trace = CellTrace.of(result.trace().orElseThrow(), compiled.lines());
        assertEquals("ArithmeticException: / by zero", trace.message());
        assertEquals(
                List.of(new CellPlace(0, 1, 4, 17), new CellPlace(1, 2, 0, 17)), trace.places());
    }

    @Test
    void whatIsPrintedNamesNoClassThatLoupeMakes() throws Exception {
        CellCompiler.Compiled compiled =
                compile(
                        """
                        class Dog { int age() { return 1 / 0; } }
                        try { new Dog().age(); } catch (Exception e) { e.printStackTrace(); }
                        System.out.print(Dog.class.getName());
                        """);
        CellRun.Result result = CellRun.run(compiled.classes(), LONG, () -> false);
        List<String> printed = CellTrace.lines(text(result), compiled.lines()).lines().toList();
        assertEquals(
                List.of(
                        "java.lang.ArithmeticException: / by zero",
                        "\tat Dog.age(line 1)",
                        "\tat <init>(line 2)",
                        "Dog"),
                List.of(
                        printed.get(0),
                        printed.get(1),
                        printed.get(2),
                        printed.get(printed.size() - 1)));
    }

    @Test
    void aStackThatIsFullIsAFailureLikeAnother() throws Exception {
        CellRun.Result result = run(LONG, "int deep(int n) { return deep(n + 1); }\ndeep(0);");
        assertEquals(CellRun.End.FAILED, result.end());
        assertTrue(result.trace().orElseThrow().startsWith("java.lang.StackOverflowError"));
    }

    @Test
    void memoryIsLimited() throws Exception {
        CellRun.Result result =
                run(
                        LONG,
                        """
                        java.util.List<long[]> all = new java.util.ArrayList<>();
                        while (true) {
                            all.add(new long[1_000_000]);
                        }
                        """);
        assertEquals(CellRun.End.FAILED, result.end());
        assertTrue(result.trace().orElseThrow().startsWith("java.lang.OutOfMemoryError"));
    }

    @Test
    void whatNeverEndsIsStoppedAndKeepsWhatItPrinted() throws Exception {
        CellRun.Result result =
                run(Duration.ofSeconds(3), "System.out.println(\"begun\");\nwhile (true) {}");
        assertEquals(CellRun.End.TOO_LONG, result.end());
        assertEquals("begun\n", text(result));
    }

    @Test
    void anExceptionIsToldThoughOtherThreadsNeverEnd() throws Exception {
        CellRun.Result result =
                run(
                        Duration.ofSeconds(3),
                        """
                        new Thread(() -> { while (true) {} }).start();
                        throw new IllegalStateException("told");
                        """);
        assertEquals(CellRun.End.FAILED, result.end());
        assertEquals(
                "java.lang.IllegalStateException: told",
                result.trace().orElseThrow().lines().findFirst().orElseThrow());
    }

    @Test
    void thePersonCanStopIt() throws Exception {
        CellCompiler.Compiled compiled = compile("while (true) {}");
        AtomicInteger asked = new AtomicInteger();
        CellRun.Result result =
                CellRun.run(compiled.classes(), LONG, () -> asked.incrementAndGet() > 10);
        assertEquals(CellRun.End.STOPPED, result.end());
    }

    @Test
    void whatPrintsWithoutEndIsStopped() throws Exception {
        CellRun.Result result = run(LONG, "while (true) System.out.print('x');");
        assertEquals(CellRun.End.TOO_MUCH, result.end());
        assertEquals(CellRun.LONGEST_OUTPUT, text(result).length());
    }

    @Test
    void threadsAndExecutorsWork() throws Exception {
        assertEquals(
                "4950\n42\n",
                printed(
                        """
                        import java.util.concurrent.*;
                        import java.util.stream.*;
                        System.out.println(IntStream.range(0, 100).parallel().sum());
                        ExecutorService pool = Executors.newFixedThreadPool(2);
                        System.out.println(pool.submit(() -> 42).get());
                        pool.shutdown();
                        """));
    }

    @Test
    void filesCannotBeReadNorWritten(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Path fresh = folder.resolve("fresh.txt");
        denied("java.nio.file.Files.readString(java.nio.file.Path.of(\"" + secret + "\"));");
        denied("java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + fresh + "\"), \"x\");");
        denied("new java.io.File(\"" + secret + "\").delete();");
        denied("new java.io.File(\"" + folder + "\").list();");
        assertTrue(Files.exists(secret));
        assertFalse(Files.exists(fresh));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.net.Socket(\"127.0.0.1\", 80);",
                "new java.net.ServerSocket(0);",
                "new java.net.URL(\"http://127.0.0.1/\").openStream();",
                "java.net.InetAddress.getByName(\"localhost\");",
                "new ProcessBuilder(\"true\").start();",
                "Runtime.getRuntime().exec(\"true\");",
                "Runtime.getRuntime().halt(0);",
                "System.exit(0);",
                "System.setSecurityManager(null);",
                "java.security.Policy.setPolicy(null);",
                "System.setOut(null);",
                "System.getenv();",
                "System.getProperty(\"user.home\");",
                "System.loadLibrary(\"net\");",
                "System.setProperty(\"a\", \"b\");",
                "new ClassLoader() {};",
                "ClassLoader.getSystemClassLoader().loadClass(\"loupe.App\");",
                "Object.class.getClassLoader().getParent(); Thread.currentThread().getContextClassLoader().getParent();",
                "String.class.getDeclaredField(\"value\").setAccessible(true);",
                "new java.io.FileOutputStream(java.io.FileDescriptor.out);",
                "Runtime.getRuntime().addShutdownHook(new Thread());",
                "Thread.getAllStackTraces();",
                "new Thread(() -> System.exit(0)) {{ run(); }};",
            })
    void rightsAreDenied(String code) throws Exception {
        denied(code);
    }

    private static void denied(String code) throws Exception {
        CellRun.Result result = run(LONG, code + "\nSystem.out.println(\"allowed\");");
        assertEquals(CellRun.End.FAILED, result.end(), code);
        String trace = result.trace().orElseThrow();
        assertTrue(
                trace.startsWith("java.security.AccessControlException")
                        || trace.startsWith("java.lang.NullPointerException")
                                && code.startsWith("Object.class"),
                trace);
        assertEquals("", text(result));
    }

    @Test
    void threadsAreCounted() throws Exception {
        CellRun.Result result =
                run(
                        LONG,
                        """
                        Runnable sleeps = () -> { try { Thread.sleep(60_000); } catch (Exception e) {} };
                        for (int i = 0; i < 1_000; i++) {
                            Thread thread = new Thread(sleeps);
                            thread.setDaemon(true);
                            thread.start();
                        }
                        """);
        assertEquals(CellRun.End.FAILED, result.end());
        assertTrue(result.trace().orElseThrow().contains("a cell may have 50 threads"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int a = 1;\\nint b = c;|1|8|cannot find symbol (variable c)",
                "int a = \\\"x\\\";|0|8|incompatible types: java.lang.String cannot be converted to int",
                "int a = 1|0|9|';' expected",
                "if (1 < 2) {\\n  int b = 1;|1|12|a brace is never closed",
                "int a = 1;\\n}|1|0|this closes nothing: }",
                "import java.net.http.HttpClient;|0|7|package java.net.http is not visible",
                "int f() { }|0|8|missing return statement",
                "x = 1; /* never closed|0|7|this comment is never closed",
            })
    void aMistakeIsToldWithItsPlace(String code, int line, int from, String message) {
        CellMistake mistake =
                compile("int used;", code.replace("\\n", "\n").replace("\\\"", "\""))
                        .mistake()
                        .orElseThrow();
        assertEquals(
                List.of(1, line, from, message),
                List.of(
                        mistake.at().cell(),
                        mistake.at().line(),
                        mistake.at().from(),
                        mistake.message()));
    }

    @Test
    void aMistakeInACellThatIsUsedIsToldOfThatCell() {
        CellMistake mistake = compile("int a = b;", "System.out.println(a + d);").mistake().get();
        assertEquals(
                List.of(0, 0, 8),
                List.of(mistake.at().cell(), mistake.at().line(), mistake.at().from()));
    }

    @Test
    void whatABraceThatIsMissingElsewhereDoesToACellIsNotToldOfIt() {
        List<CellText> cells =
                List.of(new CellText("a", "void a() {"), new CellText("b", "int b = 1; a();"));
        try (CellCompiler compiler = CellCompiler.find().orElseThrow()) {
            assertEquals(Optional.empty(), compiler.check(cells));
            assertEquals(
                    List.of(Optional.empty(), Optional.empty()),
                    compiler.checkAll(List.of(cells, cells)));
            assertEquals(0, compiler.compile(cells).mistake().orElseThrow().at().cell());
        }
    }

    @Test
    void codeTooDeepForTheCompilerIsAMistake() {
        String deep = "int a = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ";";
        assertTrue(compile(deep).mistake().isPresent());
    }
}
