package loupe.torture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import loupe.answer.Integrity;
import loupe.handin.HandIn;
import loupe.handin.Printer;

/**
 * A disk that is full, files that are read-only, held by somebody else, damaged or replaced. Where
 * this user may mount, the disk is a tmpfs of some megabytes that is filled and given room again;
 * elsewhere that torture is left out, and the table says so.
 */
final class Disks {
    private static final int PATIENCE_S = 30;

    private final Path folder;
    private final Keyboard keyboard;

    Disks(Path folder, Keyboard keyboard) {
        this.folder = folder;
        this.keyboard = keyboard;
    }

    static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private Path mount(String name, String size) throws Exception {
        Path disk = Files.createDirectories(folder.resolve(name));
        return run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString())
                ? disk
                : folder.resolve("no-mount");
    }

    private static boolean wait(Subject subject, String start) throws InterruptedException {
        for (int i = 0; i < PATIENCE_S * 20; i++) {
            if (subject.heard(start)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    Row full(Printer printer) throws Exception {
        String what = "disk full (tmpfs of 12 MB), then space again";
        Path disk = mount("full", "12m");
        if (disk.endsWith("no-mount")) {
            return new Row(what, 0, 0, 0, 0, Pace.none(), "left out: this user may not mount");
        }
        try (Subject subject = Subject.in(disk)) {
            long last = 0;
            for (long n = 1; subject.save(Subject.W1, n + ":" + "x".repeat(300_000)); n++) {
                last = n;
            }
            Pace pace =
                    keyboard.type(
                            "typing on a full disk ".repeat(20),
                            text -> subject.offer(Subject.W2, text + "x".repeat(100_000)));
            boolean said = wait(subject, "failed");
            String handIn = handInOnFullDisk(subject, printer, disk.resolve("out"));
            run("mount", "-o", "remount,size=64m", disk.toString());
            boolean recovered = wait(subject, "recovered") && subject.flush();
            long there = Victim.number(subject.body(Subject.W1));
            long lost = recovered && said && there > last ? 0 : 1; // the one that failed waited
            return new Row(
                    what, 1, last, lost, fault(subject), pace, "said so and recovered; " + handIn);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static String handInOnFullDisk(Subject subject, Printer printer, Path out)
            throws Exception {
        try {
            new HandIn(Subject.course(), subject.person(), subject.saver.past(), printer)
                    .start(out, step -> {})
                    .result()
                    .get();
            return "the hand-in went through";
        } catch (java.util.concurrent.ExecutionException refused) {
            boolean empty = !Files.isDirectory(out) || out.toFile().list().length == 0;
            return empty ? "the hand-in was refused and left nothing" : "THE HAND-IN LEFT PIECES";
        }
    }

    Row readOnly() throws Exception {
        String what = "database made read-only, then not";
        Path home = Files.createDirectories(folder.resolve("read-only"));
        Path file = home.resolve("data/answers.db");
        try (Subject subject = Subject.in(home)) {
            subject.save(Subject.W1, "before");
        }
        if (!protect(file, true)) {
            return new Row(what, 0, 0, 0, 0, Pace.none(), "left out: this user may not");
        }
        try (Subject subject = Subject.in(home)) {
            Pace pace =
                    keyboard.type(
                            "typing for nobody ".repeat(20),
                            text -> subject.offer(Subject.W1, text));
            boolean said = wait(subject, "failed");
            protect(file, false);
            boolean recovered = wait(subject, "recovered");
            boolean there = subject.body(Subject.W1).contains("nobody");
            long lost = said && recovered && there ? 0 : 1;
            return new Row(
                    what,
                    1,
                    subject.saves.get(),
                    lost,
                    fault(subject),
                    pace,
                    "said so and recovered");
        } finally {
            protect(file, false);
        }
    }

    private static int fault(Subject subject) {
        return Integrity.fault(subject.place).isPresent() ? 1 : 0;
    }

    /** Rights stop everybody but root; whom they do not stop is stopped by the file system. */
    private static boolean protect(Path file, boolean on) throws Exception {
        return "root".equals(System.getProperty("user.name"))
                ? run("chattr", on ? "+i" : "-i", file.toString())
                : run("chmod", on ? "a-w" : "u+w", file.toString());
    }

    Row locked() throws Exception {
        Path home = Files.createDirectories(folder.resolve("locked"));
        try (Subject subject = Subject.in(home)) {
            subject.save(Subject.W1, "before");
            Pace pace;
            boolean said;
            try (Lock lock = Lock.on(subject.place.data().resolve("answers.db"))) {
                pace =
                        keyboard.type(
                                "typing while locked ".repeat(30),
                                text -> subject.offer(Subject.W1, text));
                said = wait(subject, "failed");
                lock.release();
            }
            boolean recovered = wait(subject, "recovered");
            long lost = said && recovered && subject.body(Subject.W1).contains("locked") ? 0 : 1;
            return new Row(
                    "locked by another process, then free",
                    1,
                    subject.saves.get(),
                    lost,
                    fault(subject),
                    pace,
                    "");
        }
    }

    Row replaced() throws Exception {
        Path home = Files.createDirectories(folder.resolve("replaced"));
        long lost = 0;
        Pace pace = Pace.none();
        for (int round = 0; round < 10; round++) {
            try (Subject subject = Subject.in(home)) {
                subject.save(Subject.W1, "round " + round);
                Path file = subject.place.data().resolve("answers.db");
                Files.delete(file);
                Files.createDirectories(file);
                Files.writeString(file.resolve("x"), "x");
                pace =
                        pace.and(
                                keyboard.type(
                                        "on a folder ".repeat(5),
                                        text -> subject.offer(Subject.W2, text)));
                lost +=
                        subject.flush() && subject.body(Subject.W1).equals("round " + round)
                                ? 0
                                : 1;
            }
        }
        return new Row("file replaced by a folder while open", 10, 20, lost, 0, pace, "");
    }

    /** Flips one bit, or cuts the file, and opens it again. */
    Row damage(String what, int rounds, boolean flip) throws Exception {
        Path good = Files.createDirectories(folder.resolve(flip ? "flip" : "cut"));
        String last = "the last answer " + "y".repeat(5_000);
        try (Subject subject = Subject.in(good)) {
            for (int i = 0; i < 30; i++) {
                subject.save(Subject.W1, "draft " + i + "z".repeat(2_000));
            }
            subject.saver.past().tidy().get();
            subject.save(Subject.W1, last);
            subject.save(Subject.W2, "two");
        }
        byte[] whole = Files.readAllBytes(good.resolve("data/answers.db"));
        java.util.Random random = new java.util.Random(7);
        long lost = 0;
        long seen = 0;
        for (int round = 0; round < rounds; round++) {
            try (FileChannel file =
                    FileChannel.open(
                            good.resolve("data/answers.db"),
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                file.write(java.nio.ByteBuffer.wrap(whole));
            }
            spoil(good.resolve("data/answers.db"), flip, whole.length, random);
            try (Subject subject = Subject.in(good)) {
                boolean there =
                        subject.body(Subject.W1).equals(last)
                                && subject.body(Subject.W2).equals("two");
                lost += there ? 0 : 1;
                seen += subject.heard("told") ? 1 : 0;
            }
        }
        return new Row(
                what,
                rounds,
                33L,
                lost,
                0,
                Pace.none(),
                seen + " seen and mended, the others changed nothing");
    }

    private static void spoil(Path file, boolean flip, int length, java.util.Random random)
            throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            int at = random.nextInt(length);
            if (flip) {
                bytes.seek(at);
                int old = bytes.read();
                bytes.seek(at);
                bytes.write(old ^ 1 << random.nextInt(8));
            } else {
                bytes.setLength(at);
            }
        }
    }
}
