package loupe.shell;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import loupe.library.AddProgress;
import loupe.library.CourseTrouble;
import loupe.library.Installed;
import loupe.library.Library;
import loupe.shell.look.Column;
import loupe.shell.look.Look;

/**
 * The dialog that adds a course: where it comes from, how far it is, and what came of it. The work
 * is done on a thread of its own, named "add".
 */
final class AddWindow {
    private static final String HINT =
            "A packed course (.zip), a course's folder, or an https address of a packed course.";

    private static final int WIDTH = 560;
    private static final int HEIGHT = 210;

    private final Library library;
    private final Consumer<Installed> added;
    private final Consumer<Installed> open;
    private final JDialog dialog;
    private final JTextField source = new JTextField(36);
    private final JButton choose = new JButton("Choose…");
    private final JButton leave = new JButton("Cancel");
    private final JButton go = new JButton("Add");
    private final JProgressBar bar = new JProgressBar();
    private final JTextArea words = new JTextArea(HINT, 4, 40);
    private final Look look;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private boolean working;

    /**
     * @param added told what was installed, at once
     * @param open called when the person wants to open it
     */
    AddWindow(
            JFrame owner,
            Look look,
            Library library,
            Consumer<Installed> added,
            Consumer<Installed> open) {
        this.look = look;
        this.library = library;
        this.added = added;
        this.open = open;
        dialog = new JDialog(owner, "Add a course", true);
        dialog.setName("add-window");
        dialog.setDefaultCloseOperation(JDialog.DO_NOTHING_ON_CLOSE);
        dialog.addWindowListener(
                new java.awt.event.WindowAdapter() {
                    @Override
                    public void windowClosing(java.awt.event.WindowEvent event) {
                        leave();
                    }
                });
        dialog.setContentPane(content());
        dialog.setSize(look.scaled(WIDTH), look.scaled(HEIGHT));
        dialog.setLocationRelativeTo(owner);
        dialog.getRootPane().setDefaultButton(go);
        dialog.getRootPane()
                .registerKeyboardAction(
                        escape -> leave(),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    private JComponent content() {
        JLabel name = new JLabel("Course");
        name.setLabelFor(source);
        name.setDisplayedMnemonic('C');
        source.setName("add-source");
        choose.setMnemonic('h');
        choose.addActionListener(pressed -> choose());
        JPanel from = new JPanel(new BorderLayout(8, 0));
        from.add(name, BorderLayout.WEST);
        from.add(source, BorderLayout.CENTER);
        from.add(choose, BorderLayout.EAST);
        bar.setName("add-progress");
        bar.setVisible(false);
        words.setName("add-words");
        words.setEditable(false);
        words.setFocusable(false);
        words.setLineWrap(true);
        words.setWrapStyleWord(true);
        words.setOpaque(false);
        words.setBorder(BorderFactory.createEmptyBorder());
        words.setFont(look.font(Look.SMALL));
        words.setForeground(look.colour("text-muted"));
        go.setName("add-go");
        go.addActionListener(pressed -> start());
        leave.setName("add-leave");
        leave.addActionListener(pressed -> leave());
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
        buttons.add(leave);
        buttons.add(go);
        JPanel all = new JPanel(new Column(12));
        all.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        all.add(from);
        all.add(bar);
        all.add(words);
        all.add(buttons);
        return all;
    }

    /** Shows it; returns when it is closed. */
    void open() {
        dialog.setVisible(true);
    }

    private void choose() {
        JFileChooser chooser = new JFileChooser();
        chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
        chooser.setDialogTitle("A packed course, or a course's folder");
        if (chooser.showOpenDialog(dialog) == JFileChooser.APPROVE_OPTION) {
            source.setText(chooser.getSelectedFile().toString());
            go.requestFocusInWindow();
        }
    }

    /** Stops the work under way, or closes the dialog. */
    private void leave() {
        if (working) {
            stopped.set(true);
            say("Stopping…", "text-muted");
        } else {
            dialog.dispose();
        }
    }

    private void start() {
        String wanted = source.getText().strip();
        if (working || wanted.isEmpty()) {
            source.requestFocusInWindow();
            return;
        }
        stopped.set(false);
        working(true);
        say("Looking at it…", "text-muted");
        new Thread(() -> add(wanted), "add").start();
    }

    private void add(String wanted) {
        try {
            Installed installed = library.add(wanted, new Progress());
            SwingUtilities.invokeLater(() -> done(installed));
        } catch (CourseTrouble trouble) {
            SwingUtilities.invokeLater(() -> failed(trouble.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            System.getLogger(AddWindow.class.getName())
                    .log(System.Logger.Level.ERROR, "Adding " + wanted, failure);
            SwingUtilities.invokeLater(
                    () -> failed("Something broke, and nothing was installed. The log says more."));
        }
    }

    private void working(boolean now) {
        working = now;
        bar.setVisible(now);
        bar.setIndeterminate(true);
        source.setEnabled(!now);
        choose.setEnabled(!now);
        go.setEnabled(!now);
        dialog.revalidate();
    }

    private void failed(String sentence) {
        working(false);
        say(sentence, "error");
        source.requestFocusInWindow();
    }

    private void done(Installed installed) {
        working(false);
        added.accept(installed);
        String version = installed.version().isEmpty() ? "" : ", version " + installed.version();
        say("Installed “" + installed.title() + "”" + version + ".", "text");
        source.setEnabled(false);
        choose.setEnabled(false);
        leave.setText("Close");
        go.setText("Open it");
        for (var each : go.getActionListeners()) {
            go.removeActionListener(each);
        }
        go.addActionListener(
                pressed -> {
                    dialog.dispose();
                    open.accept(installed);
                });
        go.requestFocusInWindow();
    }

    private void say(String sentence, String colour) {
        words.setText(sentence);
        words.setForeground(look.colour(colour));
        words.getAccessibleContext().setAccessibleName(sentence);
    }

    /** From the thread that installs to the bar. */
    private final class Progress implements AddProgress {
        @Override
        public void standing(String what, long done, long total) {
            SwingUtilities.invokeLater(
                    () -> {
                        bar.setIndeterminate(total <= 0);
                        bar.setMaximum(1_000);
                        bar.setValue(total <= 0 ? 0 : (int) (1_000 * done / total));
                    });
        }

        @Override
        public boolean isStopped() {
            return stopped.get();
        }
    }
}
