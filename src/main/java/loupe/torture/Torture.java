package loupe.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import loupe.handin.Printer;
import loupe.shell.browser.PrintOnly;

/** All tortures one after the other, and the table. */
public final class Torture {
    private final int kills;
    private final Callable<PrintOnly> chromium;
    private final Path cache;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param kills how many processes are killed in all
     * @param chromium starts what prints
     * @param cache where Chromium is unpacked, for the processes that are killed
     */
    public Torture(int kills, Callable<PrintOnly> chromium, Path cache) {
        this.kills = kills;
        this.chromium = chromium;
        this.cache = cache;
    }

    /** One torture. */
    private interface Part {
        Row run() throws Exception;
    }

    /**
     * @return 0 when nothing was lost, nothing damaged and typing never waited
     */
    public int run() throws Exception {
        Path folder = Files.createTempDirectory("loupe-torture");
        try (PrintOnly started = chromium.call();
                Keyboard keyboard = Keyboard.open()) {
            Printer printer = started.printer();
            Disks disks = new Disks(folder, keyboard);
            Confusions confusions = new Confusions(folder, keyboard);
            System.out.println(Row.head());
            kills(folder);
            show(confusions::plainTyping);
            show(() -> disks.full(printer));
            show(disks::readOnly);
            show(disks::locked);
            show(() -> disks.damage("one random bit flipped", 300, true));
            show(() -> disks.damage("truncated at a random length", 100, false));
            show(disks::replaced);
            show(confusions::twoProcesses);
            show(confusions::clockSetBack);
            show(confusions::courseChanges);
            show(confusions::networkDrive);
            show(confusions::manyAnswers);
            show(confusions::bigPaste);
            show(() -> confusions.strangeTexts(printer));
        } finally {
            delete(folder);
        }
        boolean good = rows.stream().allMatch(Row::isGood);
        System.out.println(good ? "\nNothing was lost." : "\nNOT everything held; see the table.");
        return good ? 0 : 1;
    }

    private void kills(Path folder) throws Exception {
        int handIns = Math.max(1, kills / 10);
        int network = Math.max(1, kills / 15);
        int tidying = Math.max(1, kills / 6);
        int saving = Math.max(1, kills / 3);
        int typing = Math.max(1, kills - handIns - network - tidying - saving);
        kill(folder, "typing", "SIGKILL while typing as in the window", typing, 4_000);
        kill(folder, "saving", "SIGKILL while saving without a pause", saving, 600);
        kill(folder, "tidying", "SIGKILL while thinning and backing up", tidying, 800);
        kill(folder, "handing-in", "SIGKILL while handing in (Chromium prints)", handIns, 3_500);
        kill(folder, "network", "SIGKILL on a network drive (injected type)", network, 600);
    }

    private void kill(Path folder, String how, String what, int kills, int latest)
            throws Exception {
        Path own = Files.createDirectories(folder.resolve("kill-" + how));
        show(() -> new Kills(how, own, cache, latest).carryOut(what, kills));
    }

    private void show(Part part) throws Exception {
        Row row = part.run();
        rows.add(row);
        System.out.println(row.line());
    }

    private static void delete(Path folder) throws java.io.IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
