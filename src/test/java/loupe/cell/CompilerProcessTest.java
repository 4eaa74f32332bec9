package loupe.cell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiler that works beside Loupe says what the one in Loupe would. */
class CompilerProcessTest {

    private static CellCompiler.Compiled compile(String code) throws IOException {
        try (CompilerProcess process = CompilerProcess.start()) {
            return process.compile(List.of(new CellText("used", "int a = 1;"), text(code)));
        }
    }

    private static CellText text(String code) {
        return new CellText("own", code);
    }

    private static List<Optional<CellPlace>> places(CellLines lines) {
        return IntStream.rangeClosed(0, 20).mapToObj(lines::of).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record Größe(int höhe) {}\nvar g = new Größe(a);\n\nSystem.out.println(g);",
                "int b = c;",
                "int b = 1; }",
            })
    void itSaysTheSame(String code) throws IOException {
        CellCompiler.Compiled here = CellRunTest.compile("int a = 1;", code);
        CellCompiler.Compiled there = compile(code);
        assertEquals(here.mistake(), there.mistake());
        assertEquals(here.classes().keySet(), there.classes().keySet());
        here.classes()
                .forEach((name, bytes) -> assertArrayEquals(bytes, there.classes().get(name)));
        assertEquals(places(here.lines()), places(there.lines()));
    }

    @Test
    void theOneThatWaitsIsTakenOnceAndAnotherComesAfterIt() throws IOException {
        SpareCompiler spare = new SpareCompiler();
        spare.prepare();
        spare.prepare();
        try (CompilerProcess first = spare.take();
                CompilerProcess second = spare.take()) {
            assertNotSame(first, second);
            for (CompilerProcess each : List.of(first, second)) {
                assertEquals(Optional.empty(), each.compile(List.of(text("int a = 1;"))).mistake());
            }
        }
    }

    @Test
    void whatFillsTheMemoryOfACompilerFillsItsOwn() throws IOException {
        StringBuilder code = new StringBuilder("final String s0 = \"0123456789\";\n");
        for (int i = 1; i < 30; i++) {
            code.append("final String s%d = s%d + s%d;\n".formatted(i, i - 1, i - 1));
        }
        assertEquals(
                new CellMistake(
                        new CellPlace(1, 29, 29, 30),
                        "the compiler gave up on this code: make it simpler"),
                compile(code.toString()).mistake().orElseThrow());
    }
}
