package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Desktop;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CancellationException;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import loupe.answer.HandedIn;
import loupe.handin.HandIn;
import loupe.handin.Job;
import loupe.handin.Preview;
import loupe.shell.look.Column;
import loupe.shell.look.Look;

/**
 * The hand-in, step by step: what would go in, the making of it, and the receipt, or the sentence
 * that says why there is none.
 */
final class HandInWindow {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm");

    private final Writeups writeups;
    private final Study study;
    private final WriteupWindow window;
    private final Look look;
    private final JDialog dialog;
    private final CardLayout cards = new CardLayout();
    private final JPanel stage = new JPanel(cards);
    private final JLabel headline = new JLabel("Looking through your answers…");
    private final JLabel more = new JLabel(" ");
    private final HandInRows rows;
    private final Persons.NameForm form;
    private final JLabel nameless =
            new JLabel("There is no name yet: who marks this will not know whose it is.");
    private final JLabel place = new JLabel();
    private final JButton go = new JButton("Hand in");
    private final JLabel step = new JLabel(" ");
    private final JProgressBar bar = new JProgressBar(0, HandIn.Step.values().length);
    private final JTextArea outcome = new JTextArea();
    private final JLabel receipt = new JLabel();
    private final JPanel after = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
    private Path folder;
    private Job job;

    HandInWindow(Writeups writeups, Study study, WriteupWindow window) {
        this.writeups = writeups;
        this.study = study;
        this.window = window;
        this.look = writeups.look();
        folder = study.handIns();
        form = new Persons.NameForm(study.person().name(), study.person().studentId());
        rows = new HandInRows(this::visit, look);
        dialog = new JDialog(window.frame(), "Hand in", true);
        dialog.setName("hand-in-window");
        stage.add(preview(), "preview");
        stage.add(progress(), "progress");
        stage.add(end(), "end");
        stage.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        dialog.setContentPane(stage);
        dialog.setSize(720, 560);
        dialog.setLocationRelativeTo(window.frame());
        dialog.getRootPane().setDefaultButton(go);
        dialog.getRootPane()
                .registerKeyboardAction(
                        escape -> leave(),
                        javax.swing.KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    private JComponent preview() {
        headline.setName("hand-in-headline");
        headline.setFont(look.bold(Look.TEXT));
        more.setForeground(look.colour("text-muted"));
        go.setName("hand-in-go");
        go.setEnabled(false);
        go.addActionListener(pressed -> start());
        JButton choose = new JButton("Choose…");
        choose.setToolTipText("Choose the folder for the hand-in");
        choose.addActionListener(pressed -> chooseFolder());
        JPanel where = new JPanel(new BorderLayout(8, 0));
        where.add(place, BorderLayout.CENTER);
        where.add(choose, BorderLayout.EAST);
        sayFolder();
        nameless.setName("hand-in-nameless");
        nameless.setForeground(look.colour("warning"));
        form.name.getDocument().addDocumentListener(new TextListener(this::sayWhose));
        sayWhose();
        JPanel top = new JPanel(new Column(4));
        top.add(headline);
        top.add(more);
        JPanel bottom = new JPanel(new Column(8));
        bottom.add(form.panel);
        bottom.add(nameless);
        bottom.add(where);
        bottom.add(buttons(button("Not yet", this::leave), go));
        JPanel all = new JPanel(new BorderLayout(0, 12));
        all.add(top, BorderLayout.NORTH);
        all.add(rows.component(), BorderLayout.CENTER);
        all.add(bottom, BorderLayout.SOUTH);
        return all;
    }

    private JComponent progress() {
        step.setName("hand-in-step");
        step.setFont(look.font(Look.TEXT));
        JPanel all = new JPanel(new Column(16));
        all.add(step);
        all.add(bar);
        all.add(buttons(button("Cancel", () -> job.cancel())));
        return all;
    }

    private JComponent end() {
        receipt.setName("hand-in-receipt");
        receipt.setFont(look.mono(28));
        outcome.setName("hand-in-outcome");
        outcome.setEditable(false);
        outcome.setLineWrap(true);
        outcome.setWrapStyleWord(true);
        outcome.setOpaque(false);
        outcome.setBorder(BorderFactory.createEmptyBorder());
        outcome.setFont(look.font(Look.TEXT));
        JPanel all = new JPanel(new Column(16));
        all.add(receipt);
        all.add(outcome);
        all.add(after);
        return all;
    }

    private static JButton button(String name, Runnable does) {
        JButton button = new JButton(name);
        button.addActionListener(pressed -> does.run());
        return button;
    }

    private static JPanel buttons(JButton... buttons) {
        JPanel row = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
        for (JButton each : buttons) {
            row.add(each);
        }
        return row;
    }

    void open() {
        handIn().preview()
                .whenComplete(
                        (found, failure) ->
                                SwingUtilities.invokeLater(
                                        () -> {
                                            if (failure == null) {
                                                show(found);
                                            } else {
                                                fail(Writeups.sentence(failure));
                                            }
                                        }));
        dialog.setVisible(true);
    }

    private HandIn handIn() {
        return new HandIn(
                writeups.course(), study.person(), writeups.answers().past(), study.printer());
    }

    private void show(Preview found) {
        long written =
                found.items().stream().filter(each -> each.fill() != Preview.Fill.EMPTY).count();
        headline.setText(written + " of " + found.items().size() + " questions have an answer");
        String code =
                also(
                        found.code().size(),
                        "Java cell that you changed goes",
                        "Java cells that you changed go");
        String gone =
                also(
                        found.gone().size(),
                        "answer whose question is gone goes",
                        "answers whose questions are gone go");
        String before =
                found.before().isEmpty()
                        ? "Nothing was handed in before."
                        : "The last hand-in was on " + when(found.before().get(0)) + ".";
        more.setText(code + gone + before + " Click a question to go to it.");
        rows.show(found.items());
        go.setEnabled(written > 0 || !found.code().isEmpty() || !found.gone().isEmpty());
    }

    /** What goes in beside the answers; nothing where there is none of it. */
    private static String also(int count, String one, String many) {
        return count == 0 ? "" : count + " " + (count == 1 ? one : many) + " in as well. ";
    }

    private static String when(HandedIn handedIn) {
        return WHEN.format(handedIn.at().atZone(ZoneId.systemDefault()))
                + ", receipt code "
                + handedIn.receipt();
    }

    private void visit(Preview.Item item) {
        dialog.dispose();
        window.open(item.lesson(), item.question().id());
    }

    private void sayWhose() {
        nameless.setVisible(form.name.getText().isBlank());
    }

    private void sayFolder() {
        place.setText("It goes into " + folder);
        place.setToolTipText(folder.toString());
        place.setForeground(look.colour("text-muted"));
    }

    private void chooseFolder() {
        JFileChooser chooser = new JFileChooser(folder.toFile());
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        if (chooser.showDialog(dialog, "Use this folder") == JFileChooser.APPROVE_OPTION) {
            folder = chooser.getSelectedFile().toPath();
            sayFolder();
        }
    }

    private void start() {
        cards.show(stage, "progress");
        study.rename(form.name.getText(), form.studentId.getText())
                .whenComplete(
                        (person, failure) ->
                                SwingUtilities.invokeLater(
                                        () -> {
                                            if (failure == null) {
                                                make();
                                            } else {
                                                fail(Writeups.sentence(failure));
                                            }
                                        }));
    }

    private void make() {
        job =
                handIn().start(
                                folder,
                                now ->
                                        SwingUtilities.invokeLater(
                                                () -> {
                                                    step.setText(now.words() + "…");
                                                    bar.setValue(now.ordinal());
                                                }));
        job.result()
                .whenComplete(
                        (result, failure) ->
                                SwingUtilities.invokeLater(
                                        () -> {
                                            if (failure == null) {
                                                succeed(result);
                                            } else if (failure instanceof CancellationException) {
                                                fail(
                                                        "Cancelled. Nothing was handed in, and your"
                                                                + " answers are as they were.");
                                            } else {
                                                fail(Writeups.sentence(failure));
                                            }
                                        }));
    }

    private void succeed(HandIn.Result result) {
        HandedIn done = result.record();
        receipt.setText(done.receipt());
        receipt.setForeground(look.colour("saved"));
        receipt.setVisible(true);
        outcome.setForeground(look.colour("text"));
        outcome.setText(
                "✓ Handed in. This is your receipt code.\n\nThe PDF holds "
                        + result.answers()
                        + (result.answers() == 1 ? " answer to " : " answers to ")
                        + result.questions()
                        + " questions"
                        + (result.cells() == 0 ? "" : ", and the Java that you changed")
                        + ". It was opened again and is the same as what you wrote:\n"
                        + done.file()
                        + "\n\nThe same as Markdown and as JSON lies beside it. Give the PDF to"
                        + " your instructor; nothing was sent anywhere.");
        finish(
                button("Copy receipt code", () -> copy(done.receipt())),
                button("Open the folder", () -> openFolder(done.file().getParent())),
                button("Close", this::leave));
        writeups.handedIn();
        window.tell("Handed in, receipt code " + done.receipt() + ".");
    }

    private void fail(String sentence) {
        receipt.setVisible(false);
        outcome.setForeground(look.colour("error"));
        outcome.setText(sentence);
        finish(
                button("Try again", this::again),
                button(
                        "Choose another folder…",
                        () -> {
                            chooseFolder();
                            again();
                        }),
                button("Close", this::leave));
    }

    private void again() {
        cards.show(stage, "preview");
        dialog.getRootPane().setDefaultButton(go);
    }

    private void finish(JButton... ways) {
        after.removeAll();
        for (JButton each : ways) {
            after.add(each);
        }
        cards.show(stage, "end");
        dialog.getRootPane().setDefaultButton(ways[ways.length - 1]);
        ways[ways.length - 1].requestFocusInWindow();
        stage.revalidate();
    }

    private void copy(String code) {
        Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(code), null);
        window.tell("The receipt code is on the clipboard.");
    }

    private void openFolder(Path where) {
        try {
            if (Files.isDirectory(where)
                    && Desktop.isDesktopSupported()
                    && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
                Desktop.getDesktop().open(where.toFile());
                return;
            }
        } catch (IOException noFileManager) {
            window.tell("No file manager could be started. The hand-in is in " + where + ".");
            return;
        }
        window.tell("The hand-in is in " + where + ".");
    }

    /** Closes; a hand-in under way is stopped first. */
    private void leave() {
        if (job != null && !job.result().isDone()) {
            job.cancel();
            return;
        }
        dialog.dispose();
    }
}
