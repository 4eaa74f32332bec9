package loupe.lesson;

import java.util.List;
import java.util.Optional;
import loupe.cell.CellCompiler;
import loupe.cell.CellMistake;
import loupe.cell.CellText;

/** Compiles Java cells as far as finding their mistakes; nothing is executed. */
final class CellCheck {
    private CellCheck() {}

    /** The first mistake of each cell; without a compiler, one warning that says so. */
    static List<Finding> check(List<CellBlock> blocks, Optional<CellCompiler> found) {
        Findings findings = new Findings();
        if (blocks.isEmpty()) {
            return findings.inOrder();
        }
        if (found.isEmpty()) {
            findings.warning(
                    "J001",
                    blocks.get(0).head(),
                    "Java cells are not checked, because this Java has no compiler",
                    "start Loupe with a JDK, which has one",
                    List.of());
            return findings.inOrder();
        }
        try (CellCompiler compiler = found.get()) {
            List<CellBlock> complete = blocks.stream().filter(CellBlock::isComplete).toList();
            List<Optional<CellMistake>> mistakes =
                    compiler.checkAll(complete.stream().map(each -> texts(each, blocks)).toList());
            for (int i = 0; i < complete.size(); i++) {
                CellBlock block = complete.get(i);
                mistakes.get(i).ifPresent(mistake -> tell(mistake, block, findings));
            }
        }
        return findings.inOrder();
    }

    private static List<CellText> texts(CellBlock block, List<CellBlock> all) {
        List<Cell> lesson =
                all.stream()
                        .filter(each -> each.source() == block.source())
                        .map(CellBlock::cell)
                        .toList();
        return block.cell().together(lesson);
    }

    private static void tell(CellMistake mistake, CellBlock block, Findings findings) {
        Spot spot = block.spot(mistake.at().line(), mistake.at().from(), mistake.at().to());
        findings.error("J001", spot, "this Java does not compile: " + mistake.message());
    }
}
