package loupe.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import loupe.experiment.Advice;
import loupe.experiment.Lab;
import loupe.experiment.ModelThread;
import picocli.CommandLine;

/** What a command has done by models: on the model thread, advice being the command's last word. */
interface ModelWork<T> {

    T done(Lab lab) throws Advice;

    /** Prints what came of it. */
    interface Printer<T> {
        void print(T result);
    }

    /**
     * @return 0, or 1 when the advice was printed instead
     */
    static <T> int carryOut(CommandLine line, ModelWork<T> work, Printer<T> printer)
            throws Exception {
        Path home = Path.of(System.getProperty("loupe.home", "."));
        ExecutorService thread = ModelThread.executor();
        try {
            Lab lab = new Lab(home);
            printer.print(thread.submit(() -> work.done(lab)).get());
            return 0;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Advice advice) {
                line.getErr().println(said(advice));
                return 1;
            }
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        } finally {
            thread.shutdown();
        }
    }

    private static String notHere(String id) {
        return Files.isDirectory(Path.of(id))
                ? id + " is the name of a model. To open the folder, write ./" + id
                : id + " is not on this computer yet. Fetch it with: installer/run fetch " + id;
    }

    /** The window's sentence, with the command in the place of its button. */
    private static String said(Advice advice) {
        return advice.missing().map(ModelWork::notHere).orElseGet(advice::getMessage);
    }
}
