package loupe.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import loupe.answer.AnswerHistory;
import loupe.answer.Backup;
import loupe.answer.Draft;
import loupe.answer.Filed;
import loupe.answer.QuestionKey;
import loupe.answer.Version;
import loupe.lesson.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code installer/run answers}: the saved answers without the window. */
@Command(
        name = "answers",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list|show|export|restore",
        description = {
            "Lists, shows, exports and restores what was written.",
            "Nothing is ever deleted: restoring is one more entry in the history."
        })
final class AnswersCommand implements Runnable {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: list, show, export or restore.");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists all answers: course/lesson/question, words, when saved.")
    int list(@Mixin ProfileOption profile) throws Exception {
        try (Answers answers = Answers.of(Answers.person(profile.wanted()))) {
            AnswerHistory past = answers.saver().past();
            List<String> courses = Answers.await(past.courses());
            for (String course : courses) {
                List<Filed> all =
                        Answers.await(past.snapshot(course)).answers().values().stream()
                                .sorted(Comparator.comparing(each -> path(each.key())))
                                .toList();
                all.forEach(this::line);
            }
            if (courses.isEmpty()) {
                out().println("There are no answers yet.");
            }
        }
        return 0;
    }

    private void line(Filed each) {
        Draft draft = each.draft();
        String saved = DATE.format(draft.savedAt().atZone(ZoneId.systemDefault()));
        int words = Words.count(draft.body());
        out().println(
                        "%-60s %6d %s  %s"
                                .formatted(
                                        path(each.key()),
                                        words,
                                        words == 1 ? "word " : "words",
                                        saved));
    }

    private static String path(QuestionKey key) {
        return key.course() + "/" + key.lesson() + "/" + key.question();
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints an answer, or lists its versions, or prints one of them.")
    int show(
            @Mixin ProfileOption profile,
            @Parameters(
                            paramLabel = "COURSE/LESSON/QUESTION",
                            description = "Which, as list writes it.")
                    String path,
            @Option(names = "--versions", description = "Lists the versions, oldest first.")
                    boolean versions,
            @Option(
                            names = "--number",
                            paramLabel = "NUMBER",
                            defaultValue = "0",
                            description = "Prints the version with this number.")
                    long version)
            throws Exception {
        QuestionKey key = key(path);
        try (Answers answers = Answers.of(Answers.person(profile.wanted()))) {
            AnswerHistory past = answers.saver().past();
            List<Version> all = Answers.await(past.versions(key));
            if (all.isEmpty()) {
                throw new CommandTrouble(
                        "There is no answer " + path + "; installer/run answers list names all.");
            }
            if (versions) {
                all.forEach(this::line);
            } else if (version == 0) {
                Filed now = Answers.await(past.snapshot(key.course())).answers().get(key);
                out().println(now.draft().body());
            } else if (all.stream().noneMatch(each -> each.id() == version)) {
                throw new CommandTrouble(path + " has no version " + version + ".");
            } else {
                out().println(Answers.await(past.body(version)));
            }
        }
        return 0;
    }

    private void line(Version each) {
        String at = DATE.format(each.savedAt().atZone(ZoneId.systemDefault()));
        String kind = each.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        out().println("%6d  %-8s  %s  %d bytes".formatted(each.id(), kind, at, each.bytes()));
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes all answers as Markdown, and their views, into a folder.")
    int export(
            @Mixin ProfileOption profile,
            @Parameters(paramLabel = "FOLDER", description = "Where to.") Path folder)
            throws Exception {
        try (Answers answers = Answers.of(Answers.person(profile.wanted()))) {
            Answers.await(answers.saver().past().export(folder));
            out().println("Your answers are in " + folder.toAbsolutePath() + ".");
        }
        return 0;
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = {
                "Brings answers back: from a backup, or one answer from one of its versions.",
                "Without anything to restore it lists the backups."
            })
    int restore(
            @Mixin ProfileOption profile,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "BACKUP|COURSE/LESSON/QUESTION",
                            description = "A backup's file, or an answer.")
                    Optional<String> what,
            @Option(
                            names = "--number",
                            paramLabel = "NUMBER",
                            defaultValue = "0",
                            description = "Of the answer, the version to bring back.")
                    long version)
            throws Exception {
        try (Answers answers = Answers.of(Answers.person(profile.wanted()))) {
            AnswerHistory past = answers.saver().past();
            if (what.isEmpty()) {
                backups(Answers.await(past.backups()));
            } else if (version > 0) {
                Answers.await(past.restore(key(what.get()), version));
                out().println(what.get() + " is what it was in version " + version + ".");
            } else {
                Path backup = Path.of(what.get()).toAbsolutePath();
                refuseAnswer(what.get(), backup);
                List<QuestionKey> restored = Answers.await(past.restoreFrom(backup));
                restored.forEach(each -> out().println("restored " + path(each)));
                out().println(changed(restored.size()));
            }
        }
        return 0;
    }

    /** An answer where a backup is meant: which of its versions has not been said. */
    private static void refuseAnswer(String what, Path backup) throws CommandTrouble {
        if (!Files.exists(backup) && found(what).isPresent()) {
            throw new CommandTrouble(
                    "Say which version of "
                            + what
                            + " to bring back, with --number; installer/run answers show "
                            + what
                            + " --versions lists them.");
        }
    }

    private static String changed(int answers) {
        return switch (answers) {
            case 0 -> "Every answer is as it was in this backup already.";
            case 1 -> "1 answer is another now.";
            default -> answers + " answers are others now.";
        };
    }

    private void backups(List<Backup> all) {
        all.forEach(
                each ->
                        out().println(
                                        "%s  %4d answers  %s"
                                                .formatted(
                                                        DATE.format(each.at()),
                                                        each.answers(),
                                                        each.file())));
        if (all.isEmpty()) {
            out().println("There is no backup yet. One is made at the first start of each day.");
        }
    }

    private static QuestionKey key(String path) throws CommandTrouble {
        return found(path)
                .orElseThrow(
                        () ->
                                new CommandTrouble(
                                        "\""
                                                + path
                                                + "\" names no answer: write"
                                                + " course/lesson/question, as list does."));
    }

    private static Optional<QuestionKey> found(String path) {
        String[] parts = path.split("/");
        try {
            if (parts.length == 3) {
                return Optional.of(new QuestionKey(parts[0], parts[1], parts[2]));
            }
        } catch (IllegalArgumentException e) {
            System.getLogger(AnswersCommand.class.getName())
                    .log(System.Logger.Level.DEBUG, "no key", e);
        }
        return Optional.empty();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
