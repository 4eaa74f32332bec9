package loupe.panel;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import loupe.experiment.Lab;
import loupe.experiment.ModelThread;

/**
 * The program of {@link FreshProcessTest}: makes a desk, asks the lab what costs nothing, and, if a
 * request is given, prints the reply to it.
 */
final class FreshProcess {
    private FreshProcess() {}

    public static void main(String[] request) throws Exception {
        Lab lab = new Lab(Path.of(System.getProperty("loupe.home")));
        ExecutorService thread = ModelThread.executor();
        PanelDesk desk = new PanelDesk(thread, lab);
        System.out.println(lab.device() + " " + !lab.models().contains("course/none"));
        if (request.length > 0) {
            System.out.println(desk.ask("attention", "t", request[0]).get().json());
        }
    }
}
