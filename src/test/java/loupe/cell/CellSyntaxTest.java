package loupe.cell;

import static loupe.cell.CellRunTest.compile;
import static loupe.cell.CellRunTest.printed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java as it may stand in a cell. */
class CellSyntaxTest {

    @Test
    void lettersOfEveryLanguageMakeNames() throws Exception {
        assertEquals(
                "3.0 5.0 Größe[höhe=2]\n",
                printed(
                        "double maß = 2.5; var übung = 1; record Größe(int höhe) {}",
                        "double fläche(double seite) { return seite * maß; }\nGröße größe = new Größe(2);",
                        "System.out.println((übung + 2.0) + \" \" + fläche(2) + \" \" + größe);"));
    }

    @Test
    void namesThatLoupeCouldHaveUsedAreFree() throws Exception {
        assertEquals(
                "Cell[own=1] 2 3\n",
                printed(
                        """
                        record Cell(int own) {}
                        class Begin {}
                        interface Runnable {}
                        int own = 2;
                        int probe() { return three; }
                        var three = 3;
                        System.out.println(new Cell(1) + " " + own + " " + probe());
                        """));
    }

    @Test
    void aTypeThatNobodyCanWriteHasANearestOne() throws Exception {
        assertEquals(
                "2.5 c 2 3.0 y 1\n",
                printed(
                        """
                        class Outer<T> {
                            T value;
                            class Inner { T value; }
                            Inner inner() { return new Inner(); }
                        }
                        var numbers = java.util.List.of(1, 2.5);
                        var things = java.util.List.of(1, "b", 'c');
                        var lists = java.util.Map.of("a", java.util.List.of(1, 3.0));
                        var arrays = new java.util.HashMap<String, int[][]>();
                        var inner = new Outer<String>().inner();
                        inner.value = "y";
                        """,
                        """
                        double second() { return numbers.get(1).doubleValue(); }
                        System.out.println(second() + " " + things.get(2) + " " + numbers.size()
                                + " " + lists.get("a").get(1) + " " + inner.value.toLowerCase()
                                + " " + (arrays.size() + 1));
                        """));
    }

    @Test
    void whatHasNoTypeIsSeenByWhatFollows() throws Exception {
        assertEquals(
                "4\n",
                printed(
                        """
                        var box = new Object() { int inside = 3; };
                        box.inside++;
                        System.out.println(box.inside);
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int i = 0; int i = 1;|variable i is already defined",
                "int f() { return 1; } int f() { return 2; }|method f() is already defined",
                "class A {} A a = 1;|incompatible types: int cannot be converted to A",
            })
    void noMistakeNamesTheClassThatLoupeMakes(String code, String message) {
        assertEquals(message, compile(code).mistake().orElseThrow().message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if (1 < 2) {;  System.out.println(1;};int a;|1|20|this is never closed: (",
                "int[] a = new int[3;int b = 1;|0|17|this is never closed: [",
                "{;  f(1));}|1|6|this closes nothing: )",
                "f(\"a);int b;|0|2|this quote is never closed",
                "char c = ^a;int b;|0|9|this quote is never closed",
                "{;f(\"\"\"; a);}|1|2|this text is never closed",
                "int a; /*/;int b;|1|1|this comment is never closed",
            })
    void whatIsNeverClosedIsToldWhereItOpens(String code, int line, int from, String message) {
        CellMistake mistake =
                compile(code.replace(';', '\n').replace('^', '\'')).mistake().orElseThrow();
        assertEquals(
                List.of(line, from, message),
                List.of(mistake.at().line(), mistake.at().from(), mistake.message()));
    }

    @Test
    void everyModifierMayStandBeforeAVariable() throws Exception {
        assertEquals(
                "3\n",
                printed(
                        "protected volatile int a = 1; transient int b = 2; private static final int C = 0;",
                        "System.out.println(a + b + C);"));
    }
}
