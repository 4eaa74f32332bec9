package loupe.torture;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import loupe.answer.AnswerPlace;
import loupe.handin.HandIn;
import loupe.shell.browser.PrintOnly;

/**
 * A program that works until it is killed: {@code main(how, folder, cache)}. It prints "saved N"
 * after every save it was told of, and "handed FILE SHA256" after every hand-in.
 */
public final class Victim {
    private final Subject subject;
    private long number;

    private Victim(Subject subject) {
        this.subject = subject;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        boolean network = arguments[0].equals("network");
        AnswerPlace place = network ? Subject.onNetwork(folder) : Subject.place(folder);
        Victim victim = new Victim(Subject.in(place));
        victim.number = number(victim.subject.body(Subject.W1)) + 1;
        switch (arguments[0]) {
            case "typing" -> victim.type();
            case "saving", "network" -> victim.save();
            case "tidying" -> victim.tidy();
            case "handing-in" -> victim.handIn(folder.resolve("out"), Path.of(arguments[2]));
            case "writing" -> victim.write(arguments[2], Integer.parseInt(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** The number that a text begins with, 0 for none. */
    static long number(String body) {
        int colon = body.indexOf(':');
        return colon < 0 ? 0 : Long.parseLong(body.substring(0, colon));
    }

    private static String text(long number, int size) {
        return number + ":" + "tortured text \uD83D\uDE00 ".repeat(size);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /**
     * As in the window: nobody asks for the save, it comes by itself. One that was under way when a
     * text was offered may be without it, so only the second that is told of counts.
     */
    private void type() throws InterruptedException {
        while (true) {
            long first = number++;
            subject.offer(Subject.W1, text(first, 40));
            long before = subject.saves.get();
            while (subject.saves.get() < before + 2) {
                subject.offer(Subject.W1, text(number++, 40));
                TimeUnit.MILLISECONDS.sleep(15);
            }
            say("saved " + first);
        }
    }

    private void save() throws InterruptedException {
        while (true) {
            if (subject.save(Subject.W1, text(number, 200))) {
                say("saved " + number++);
            }
        }
    }

    private void tidy() throws Exception {
        while (true) {
            for (int i = 0; i < 5; i++) {
                if (subject.save(Subject.W1, text(number, 400))) {
                    say("saved " + number++);
                }
            }
            subject.saver.past().tidy().get();
        }
    }

    private void handIn(Path out, Path cache) throws Exception {
        try (PrintOnly printer = PrintOnly.start(cache)) {
            say("ready");
            while (true) {
                subject.save(Subject.W1, text(number, 400));
                say("saved " + number++);
                HandIn.Result done =
                        new HandIn(
                                        Subject.course(),
                                        subject.person(),
                                        subject.saver.past(),
                                        printer.printer())
                                .start(out, step -> {})
                                .result()
                                .get();
                say("handed " + done.record().sha256() + " " + done.record().file());
            }
        }
    }

    /** Writes a number of texts with a mark of its own, beside another that does the same. */
    private void write(String mark, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            while (!subject.save(Subject.W2, mark + i)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            say("saved " + i);
        }
        subject.close();
    }
}
