package loupe.torture;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import loupe.answer.Draft;
import loupe.answer.Integrity;
import loupe.answer.Version;
import loupe.handin.HandIn;
import loupe.handin.Printer;
import loupe.lesson.Course;
import loupe.lesson.Lesson;

/** Two writers, a wrong clock, a course that changes, many answers, strange texts. */
final class Confusions {
    private static final List<String> TEXTS =
            List.of(
                    "a\0b\0",
                    "\uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDE9\uD83C\uDDEA",
                    "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u202Eback\u202C",
                    "<!-- loupe end -->\n<!-- loupe answer=w1 -->",
                    "'; DROP TABLE event; --",
                    "*a ".repeat(20_000),
                    "> ".repeat(5_000),
                    "\u00e9".repeat(1 << 20));

    private final Path folder;
    private final Keyboard keyboard;

    Confusions(Path folder, Keyboard keyboard) {
        this.folder = folder;
        this.keyboard = keyboard;
    }

    private Path home(String name) throws java.io.IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    Row twoProcesses() throws Exception {
        Path home = home("two");
        int each = 250;
        List<Process> writers = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        for (String mark : List.of("a", "b")) {
            for (int i = 0; i < each; i++) {
                texts.add(mark + i);
            }
            writers.add(Kills.start(home, "writing", home.toString(), mark, String.valueOf(each)));
        }
        long reported = 0;
        for (Process writer : writers) {
            BufferedReader out = writer.inputReader(StandardCharsets.UTF_8);
            reported += out.lines().filter(line -> line.startsWith("saved")).count();
            writer.waitFor();
        }
        try (Subject subject = Subject.in(home)) {
            for (Version version : subject.saver.past().versions(Subject.W2).get()) {
                texts.remove(subject.saver.past().body(version.id()).get());
            }
            int fault = Integrity.fault(subject.place).isPresent() ? 1 : 0;
            return new Row(
                    "two processes on one profile",
                    1,
                    reported,
                    texts.size(),
                    fault,
                    Pace.none(),
                    "every text of both is in the history");
        }
    }

    Row clockSetBack() throws Exception {
        Path home = home("clock");
        try (Subject subject = Subject.in(home)) {
            subject.save(Subject.W1, "first");
            subject.save(Subject.W1, "second");
        }
        Path file = home.resolve("data/answers.db");
        Lock.change(file, "UPDATE event SET wall_time = wall_time + 31536000000");
        try (Subject subject = Subject.in(home)) {
            subject.body(Subject.W1);
            Pace pace =
                    keyboard.type(
                            "and a year back ".repeat(10),
                            text -> subject.offer(Subject.W1, "third " + text));
            subject.flush();
            subject.saver.past().tidy().get();
            List<Version> all = subject.saver.past().versions(Subject.W1).get();
            boolean inOrder =
                    subject.body(Subject.W1).startsWith("third")
                            && subject.saver.past().body(all.get(0).id()).get().equals("first");
            return new Row(
                    "clock set back by a year",
                    1,
                    subject.saves.get(),
                    inOrder ? 0 : 1,
                    0,
                    pace,
                    "earlier saves were dated into the future instead");
        }
    }

    Row courseChanges() throws Exception {
        Path home = home("course");
        Path lessons = home.resolve("course");
        try (Subject subject = Subject.in(home)) {
            subject.save(Subject.W1, "answer one");
            subject.save(Subject.W2, "answer two");
            long lost = 0;
            lost +=
                    sees(
                            subject,
                            course(lessons, writeup("w1", "", "Edited.") + writeup("w2", "", "?")),
                            "w1",
                            "answer one");
            lost +=
                    sees(
                            subject,
                            course(lessons, writeup("w2", "", "?") + writeup("w1", "", "?")),
                            "w1",
                            "answer one");
            lost +=
                    sees(
                            subject,
                            course(
                                    lessons,
                                    writeup("renamed", " was=w1", "?") + writeup("w2", "", "?")),
                            "renamed",
                            "answer one");
            Course removed = course(lessons, writeup("w2", "", "?"));
            lost += sees(subject, removed, "w2", "answer two");
            boolean inDrawer =
                    subject.saver.past().gone(removed).get().stream()
                            .anyMatch(each -> each.draft().body().equals("answer one"));
            return new Row(
                    "lesson edited, questions moved, renamed, removed",
                    4,
                    2,
                    lost + (inDrawer ? 0 : 1),
                    0,
                    Pace.none(),
                    "the removed one's answer is in the drawer");
        }
    }

    private static String writeup(String id, String more, String prompt) {
        return "\n:::writeup{#" + id + more + "}\n" + prompt + "\n:::\n";
    }

    private static Course course(Path folder, String questions) throws Exception {
        Files.createDirectories(folder.resolve("one"));
        Files.writeString(
                folder.resolve("course.yaml"),
                "schema: 1\nid: " + Subject.COURSE + "\ntitle: Torture\n");
        Files.writeString(
                folder.resolve("one/lesson.md"),
                "---\nschema: 1\nid: "
                        + Subject.LESSON
                        + "\ntitle: Rack\nlang: en\n---\n\n# Rack\n"
                        + questions);
        return Course.open(folder, Set.of());
    }

    private static int sees(Subject subject, Course course, String question, String text)
            throws Exception {
        Lesson lesson = course.lessons().get(0);
        Map<String, Draft> drafts = subject.saver.load(course.id(), lesson).get();
        return drafts.containsKey(question) && drafts.get(question).body().equals(text) ? 0 : 1;
    }

    Row manyAnswers() throws Exception {
        Path home = home("many");
        int answers = 2_000;
        try (Subject subject = Subject.in(home)) {
            long start = System.nanoTime();
            for (int i = 0; i < answers; i++) {
                subject.offer(Subject.key("q" + i), i + ":" + "0123456789".repeat(1_000));
            }
            subject.flush();
            double saved = seconds(start);
            Pace pace =
                    keyboard.type(
                            "among two thousand ".repeat(30),
                            text -> subject.offer(Subject.W1, text));
            start = System.nanoTime();
            subject.saver.past().tidy().get();
            double backup = seconds(start);
            start = System.nanoTime();
            int there = subject.saver.past().snapshot(Subject.COURSE).get().answers().size();
            double read = seconds(start);
            int fault = Integrity.fault(subject.place).isPresent() ? 1 : 0;
            String note =
                    String.format(
                            Locale.ROOT,
                            "saved in %.1f s, read in %.1f s, backed up in %.1f s",
                            saved,
                            read,
                            backup);
            return new Row(
                    "2,000 answers of 10 kB",
                    1,
                    answers,
                    Math.max(0, answers - there),
                    fault,
                    pace,
                    note);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    Row strangeTexts(Printer printer) throws Exception {
        Path home = home("texts");
        long lost = 0;
        int handedIn = 0;
        Pace pace = Pace.none();
        for (String text : TEXTS) {
            try (Subject subject = Subject.in(home)) {
                subject.save(Subject.W1, text);
                lost += subject.body(Subject.W1).equals(text) ? 0 : 1;
                HandIn.Result done =
                        new HandIn(
                                        Subject.course(),
                                        subject.person(),
                                        subject.saver.past(),
                                        printer)
                                .start(home.resolve("out"), step -> {})
                                .result()
                                .get();
                handedIn += Files.exists(done.record().file()) ? 1 : 0;
            }
            try (Subject subject = Subject.in(home)) {
                lost += subject.body(Subject.W1).equals(text) ? 0 : 1;
            }
        }
        lost += TEXTS.size() - handedIn;
        return new Row(
                "NUL, emoji, right-to-left, marks of the copy, SQL, deep Markdown, 2 MB pasted",
                TEXTS.size(),
                TEXTS.size(),
                lost,
                0,
                pace,
                "each handed in as well, opened again and compared");
    }

    /** After a paste of a megabyte every keystroke offers a megabyte. */
    Row bigPaste() throws Exception {
        try (Subject subject = Subject.in(home("paste"))) {
            keyboard.paste("A line of a pasted text, which is long enough.\n".repeat(22_000));
            Pace pace =
                    keyboard.type(
                            "typing behind a megabyte ".repeat(12),
                            text -> subject.offer(Subject.W1, text));
            subject.flush();
            boolean there = subject.body(Subject.W1).endsWith("behind a megabyte ");
            keyboard.paste("");
            return new Row(
                    "typing behind 1 MB pasted at once",
                    1,
                    subject.saves.get(),
                    there ? 0 : 1,
                    0,
                    pace,
                    "");
        }
    }

    Row plainTyping() throws Exception {
        try (Subject subject = Subject.in(home("plain"))) {
            Pace pace =
                    keyboard.type(
                            "nothing out of the ordinary ".repeat(40),
                            text -> subject.offer(Subject.W1, text));
            subject.flush();
            boolean there = subject.body(Subject.W1).endsWith("ordinary ");
            return new Row(
                    "typing, nothing wrong", 1, subject.saves.get(), there ? 0 : 1, 0, pace, "");
        }
    }

    Row networkDrive() throws Exception {
        try (Subject subject = Subject.in(Subject.onNetwork(home("network-typing")))) {
            Pace pace =
                    keyboard.type(
                            "over the wire ".repeat(30), text -> subject.offer(Subject.W1, text));
            subject.flush();
            boolean there = subject.body(Subject.W1).endsWith("wire ");
            boolean noLog = Files.notExists(subject.place.data().resolve("answers.db-wal"));
            return new Row(
                    "network drive (injected type nfs4)",
                    1,
                    subject.saves.get(),
                    there && noLog ? 0 : 1,
                    0,
                    pace,
                    "no write-ahead log; said once");
        }
    }
}
