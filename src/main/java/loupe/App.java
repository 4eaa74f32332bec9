package loupe;

import java.nio.file.Path;
import java.util.List;
import loupe.cli.LoupeCommand;
import loupe.cli.WindowTools;
import loupe.handin.Printer;
import loupe.shell.browser.PrintOnly;
import loupe.torture.Torture;
import loupe.tour.Bench;
import loupe.tour.Tour;
import loupe.tour.ViewsBench;

/** The composition root: opens the window, or carries out a command. */
public final class App {

    private App() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 0) {
            Window.open();
        } else {
            System.exit(LoupeCommand.run(arguments, new RealWindow()));
        }
    }

    /** The window, lent to the commands that drive it. */
    private record RealWindow() implements WindowTools {

        @Override
        public int tour(Path output, boolean dark) throws Exception {
            return new Tour(output, dark).play();
        }

        @Override
        public int preview(Path course) throws Exception {
            return Window.preview(course);
        }

        @Override
        public int bench(int runs) throws Exception {
            return new Bench(Places.find().cache(), runs).run();
        }

        @Override
        public int views(List<Path> homes, int runs) throws Exception {
            return new ViewsBench(runs).run(homes);
        }

        @Override
        public int torture(int kills) throws Exception {
            Path cache = Places.find().cache();
            return new Torture(kills, () -> PrintOnly.start(cache), cache).run();
        }

        @Override
        public OpenCamera camera() {
            return new PanelCamera(Places.find());
        }

        @Override
        public OpenPrinter printer() throws Exception {
            PrintOnly started = PrintOnly.start(Places.find().cache());
            return new OpenPrinter() {
                @Override
                public Printer printer() {
                    return started.printer();
                }

                @Override
                public void close() {
                    started.close();
                }
            };
        }
    }
}
