package loupe.cli;

import java.nio.file.Path;
import java.util.List;

/** Lends no window: a command that asks for one has gone wrong. */
class NoWindow implements WindowTools {

    @Override
    public int tour(Path output, boolean dark) {
        throw new IllegalStateException();
    }

    @Override
    public int preview(Path course) {
        throw new IllegalStateException();
    }

    @Override
    public int bench(int runs) {
        throw new IllegalStateException();
    }

    @Override
    public int views(List<Path> homes, int runs) {
        throw new IllegalStateException();
    }

    @Override
    public int torture(int kills) {
        throw new IllegalStateException();
    }

    @Override
    public OpenCamera camera() {
        throw new IllegalStateException();
    }

    @Override
    public OpenPrinter printer() {
        throw new IllegalStateException();
    }
}
