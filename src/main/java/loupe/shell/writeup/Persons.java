package loupe.shell.writeup;

import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import loupe.answer.HandedIn;
import loupe.answer.Profile;
import loupe.handin.HandInTrouble;
import loupe.handin.Removal;
import loupe.shell.look.Column;

/** What the menu offers about the people who write on this computer. */
public final class Persons {

    private static final int WIDTH = 24;

    private final Writeups writeups;
    private final Study study;
    private final WriteupWindow window;

    Persons(Writeups writeups, Study study, WriteupWindow window) {
        this.writeups = writeups;
        this.study = study;
        this.window = window;
    }

    /** Says in the window who writes, where there are several. */
    void tell() {
        writeups.then(
                study.people(),
                people -> window.person(people.size() > 1 ? words(study.person()) : ""));
    }

    /** How a person is called in a list; somebody who gave no name is called so. */
    static String words(Profile person) {
        String name = person.name().isEmpty() ? "Without a name" : person.name();
        return person.studentId().isEmpty() ? name : name + " · " + person.studentId();
    }

    /** Asks who writes, out of several; empty where the question was closed. */
    public static Optional<Profile> ask(List<Profile> people) {
        int chosen =
                new People(people.stream().map(Persons::words).toList(), 0)
                        .choose(null, "Who is writing?", "Open");
        return chosen < 0 ? Optional.empty() : Optional.of(people.get(chosen));
    }

    /** Lets another person write, or somebody new. */
    public void switchPerson() {
        writeups.then(
                study.people(),
                people -> {
                    int now = Math.max(0, people.indexOf(study.person()));
                    int at =
                            new People(orSomebodyNew(people), now)
                                    .choose(window.frame(), "Switch person", "Switch");
                    if (at == people.size()) {
                        addPerson(this::become);
                    } else if (at >= 0 && !people.get(at).id().equals(study.person().id())) {
                        become(people.get(at));
                    }
                });
    }

    private static List<String> orSomebodyNew(List<Profile> people) {
        List<String> names = new ArrayList<>(people.stream().map(Persons::words).toList());
        names.add("Somebody new…");
        return names;
    }

    /** Asks for somebody new; false where the question was closed. */
    private boolean addPerson(Consumer<Profile> added) {
        NameForm form = new NameForm("", "");
        while (form.confirmed(window.frame(), "Somebody new", "Begin")) {
            if (!form.name.getText().isBlank()) {
                writeups.then(study.add(form.name.getText(), form.studentId.getText()), added);
                return true;
            }
            form.ask("Type a name, by which the people here are told apart.");
        }
        return false;
    }

    /** Changes the name and the student id that stand on hand-ins. */
    public void rename() {
        Profile now = study.person();
        NameForm form = new NameForm(now.name(), now.studentId());
        if (form.confirmed(window.frame(), "Your name", "Save")) {
            writeups.then(
                    study.rename(form.name.getText(), form.studentId.getText()),
                    changed -> {
                        tell();
                        window.tell("Your hand-in will say " + words(changed) + ".");
                    });
        }
    }

    private void become(Profile other) {
        then(
                writeups.leave(),
                () -> enter(other),
                "You stay who you are, because your last words could not be saved yet. ");
    }

    /** Opens somebody's answers; the store of whoever wrote before is closed. */
    private void enter(Profile person) {
        study.choose(person);
        writeups.arrive();
        window.tell("Now " + words(person) + " writes.");
    }

    private void then(CompletableFuture<?> asked, Runnable work, String otherwise) {
        asked.whenComplete(
                (done, failure) ->
                        SwingUtilities.invokeLater(
                                () -> {
                                    if (failure == null) {
                                        work.run();
                                    } else {
                                        say(otherwise + Writeups.sentence(failure));
                                    }
                                }));
    }

    /** Removes this person's work from the computer, if a hand-in holds all of it. */
    public void finish() {
        Removal.allowed(writeups.course(), study.person(), writeups.answers().past())
                .whenComplete(
                        (proof, failure) ->
                                SwingUtilities.invokeLater(
                                        () -> {
                                            if (failure == null) {
                                                confirm(proof);
                                            } else {
                                                say(Writeups.sentence(failure));
                                            }
                                        }));
    }

    private void confirm(HandedIn proof) {
        String sentence =
                "Your last hand-in was opened and holds every answer:\n"
                        + proof.file()
                        + "\nReceipt code "
                        + proof.receipt()
                        + "\n\nThe answers, their history, the backups and the readable copies of "
                        + words(study.person())
                        + "\nwill be removed from this computer. This cannot be undone.";
        Object[] ways = {"Keep my work", "Remove my work"};
        int chosen =
                JOptionPane.showOptionDialog(
                        window.frame(),
                        sentence,
                        "Finish and remove my work",
                        JOptionPane.DEFAULT_OPTION,
                        JOptionPane.WARNING_MESSAGE,
                        null,
                        ways,
                        ways[0]);
        if (chosen == 1) {
            then(writeups.leave(), () -> remove(proof), "Nothing was removed. ");
        }
    }

    private void remove(HandedIn proof) {
        Profile gone = study.person();
        CompletableFuture.supplyAsync(() -> removed(gone, proof))
                .thenAccept(sentence -> SwingUtilities.invokeLater(() -> afterwards(sentence)));
    }

    private static String removed(Profile person, HandedIn proof) {
        try {
            return String.join("\n", Removal.remove(person, proof));
        } catch (HandInTrouble trouble) {
            return trouble.getMessage();
        }
    }

    /** The same place is opened again where it is still the only one, or nothing was removed. */
    private void afterwards(String sentence) {
        say(sentence);
        writeups.then(
                study.people(),
                people ->
                        people.stream()
                                .filter(each -> each.id().equals(study.person().id()))
                                .findFirst()
                                .ifPresentOrElse(
                                        same -> {
                                            study.choose(same);
                                            writeups.arrive();
                                        },
                                        () -> askWhoIsNext(people)));
    }

    /** Nobody writes into another's answers unasked: whoever comes next says who it is. */
    private void askWhoIsNext(List<Profile> people) {
        int at =
                new People(orSomebodyNew(people), people.size())
                        .choose(window.frame(), "Who is writing?", "Open");
        boolean isNew = at == people.size();
        if (!isNew || !addPerson(this::enter)) {
            enter(people.get(isNew ? 0 : Math.max(0, at)));
        }
    }

    private void say(String sentence) {
        JOptionPane.showMessageDialog(
                window.frame(), sentence, "Loupe", JOptionPane.INFORMATION_MESSAGE);
    }

    /** The two fields that stand on a hand-in. */
    static final class NameForm {
        final JPanel panel = new JPanel(new Column(4));
        final JTextField name = new JTextField(WIDTH);
        final JTextField studentId = new JTextField(WIDTH);
        private final JLabel wanted = new JLabel();

        NameForm(String now, String id) {
            name.setText(now);
            studentId.setText(id);
            add("Name", name, "person-name");
            add("Student id (if you have one)", studentId, "person-id");
            panel.setBorder(BorderFactory.createEmptyBorder());
        }

        /** Says above the fields what is still wanted. */
        void ask(String sentence) {
            if (panel.getComponent(0) == wanted) {
                return;
            }
            wanted.setText(sentence);
            wanted.setName("person-wanted");
            panel.add(wanted, 0);
        }

        boolean confirmed(Window owner, String title, String yes) {
            return new Inquiry(panel, name, yes).isAnswered(owner, title);
        }

        private void add(String label, JTextField field, String called) {
            JLabel words = new JLabel(label);
            words.setLabelFor(field);
            field.setName(called);
            field.getAccessibleContext().setAccessibleName(label);
            panel.add(words);
            panel.add(field);
        }
    }
}
