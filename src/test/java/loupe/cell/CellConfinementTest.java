package loupe.cell;

import static loupe.cell.CellRunTest.LONG;
import static loupe.cell.CellRunTest.printed;
import static loupe.cell.CellRunTest.run;
import static loupe.cell.CellRunTest.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written to get out of the process of a cell, or to use more than it has. */
class CellConfinementTest {

    private static void fails(String code, String says) throws Exception {
        CellRun.Result result = run(LONG, code);
        assertEquals(CellRun.End.FAILED, result.end());
        String trace = result.trace().orElseThrow();
        assertTrue(trace.startsWith(says), trace);
        assertEquals("", text(result));
    }

    @Test
    void threadsAreCountedInEveryGroup() throws Exception {
        fails(
                """
                ThreadGroup[] groups = new ThreadGroup[20];
                for (int i = 0; i < groups.length; i++) {
                    groups[i] = new ThreadGroup("group");
                }
                Runnable sleeps = () -> { try { Thread.sleep(60_000); } catch (Exception e) {} };
                for (int i = 0; i < 200; i++) {
                    Thread thread = new Thread(groups[i % 20], sleeps);
                    thread.setDaemon(true);
                    thread.start();
                }
                """,
                "java.lang.SecurityException: a cell may have 50 threads");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ThreadGroup host = mine.getParent(); host.suspend();",
                "ThreadGroup host = mine.getParent(); host.interrupt();",
                "Thread[] all = new Thread[9]; mine.getParent().enumerate(all); all[0].suspend();",
                "new Thread(mine.getParent(), () -> {}).start();",
            })
    void whatEndsTheProcessWithLoupeCannotBePutToSleep(String code) throws Exception {
        fails(
                "ThreadGroup mine = Thread.currentThread().getThreadGroup();\n" + code,
                "java.security.AccessControlException");
    }

    @Test
    void aCellFindsNoThreadButItsOwn() throws Exception {
        assertEquals("1\n", printed("System.out.println(Thread.enumerate(new Thread[9]));"));
    }

    @DisabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "while (true) all.add(new java.util.zip.Deflater());",
                "new Thread(null, () -> {}, \"deep\", 1L << 33).start();",
                "for (int i = 0; i < 5_000; i++) all.add(new Thread(() -> sleep()));"
                        + " for (Object each : all) ((Thread) each).setDaemon(true);"
                        + " for (Object each : all) ((Thread) each).start();",
            })
    void memoryThatIsNotOnTheHeapIsLimitedToo(String code) throws Exception {
        CellRun.Result result =
                run(
                        LONG,
                        """
                        List<Object> all = new ArrayList<>();
                        void sleep() { try { Thread.sleep(50_000); } catch (Exception e) {} }
                        import java.util.*;
                        """
                                + code);
        String trace = result.trace().orElse("java.lang.OutOfMemoryError, and Java ended of it");
        assertTrue(trace.startsWith("java.lang.OutOfMemoryError"), trace);
        assertTrue(Set.of(CellRun.End.FAILED, CellRun.End.DIED).contains(result.end()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public String getMessage() { throw new Bad(); }|LoupeCell$Bad",
                "public void printStackTrace(java.io.PrintWriter to) { while (true) to.print(\"on \"); }|on on",
                "public String toString() { return \"x\".repeat(50_000_000); }|xxx",
            })
    void anExceptionThatMisbehavesIsAFailureLikeAnother(String method, String says)
            throws Exception {
        fails("class Bad extends RuntimeException { " + method + " }\nthrow new Bad();", says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|1_000_000_000", "-1|1", "1|1"})
    void whatCannotBeWrittenLeavesTheRestReadable(int from, String length) throws Exception {
        fails(
                "System.out.write(new byte[1], %d, %s);".formatted(from, length),
                "java.lang.IndexOutOfBoundsException");
    }

    @Test
    void whatIsWrittenAtOnceComesInPiecesOfWholeCharacters() throws Exception {
        assertEquals(
                "é→🙂".repeat(9_000),
                printed(
                        """
                        byte[] all = "é→🙂".repeat(9_000).getBytes("UTF-8");
                        System.out.write(new byte[0], 0, 0);
                        System.out.write(all, 0, all.length);
                        """));
    }

    @Test
    void aStackThatFillsUpWhileItPrintsKeepsWhatWasPrinted() throws Exception {
        CellRun.Result result =
                run(
                        LONG,
                        """
                        void deep(int n) {
                            try { System.out.print('a'); } finally { deep(n + 1); }
                        }
                        deep(0);
                        """);
        assertEquals(CellRun.End.FAILED, result.end());
        assertTrue(result.trace().orElseThrow().startsWith("java.lang.StackOverflowError"));
        assertTrue(text(result).matches("a+"));
    }
}
