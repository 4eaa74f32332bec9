package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListCellRenderer;
import loupe.handin.Preview;
import loupe.lesson.Question;
import loupe.lesson.Writeup;
import loupe.shell.look.Look;

/** The questions of a hand-in with what is to be said of each; a click goes to the question. */
final class HandInRows {

    private final JList<Preview.Item> list = new JList<>();
    private final JScrollPane scroll = new JScrollPane(list);
    private final Look look;

    /**
     * @param chosen told the question that is to be opened
     */
    HandInRows(Consumer<Preview.Item> chosen, Look look) {
        this.look = look;
        list.setName("hand-in-items");
        list.getAccessibleContext().setAccessibleName("Your answers");
        list.setBackground(look.colour("background"));
        list.setCellRenderer(new Row());
        list.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(MouseEvent event) {
                        if (list.getSelectedValue() != null) {
                            chosen.accept(list.getSelectedValue());
                        }
                    }
                });
        list.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "open");
        list.getActionMap()
                .put(
                        "open",
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(ActionEvent event) {
                                if (list.getSelectedValue() != null) {
                                    chosen.accept(list.getSelectedValue());
                                }
                            }
                        });
    }

    JComponent component() {
        return scroll;
    }

    void show(List<Preview.Item> items) {
        list.setListData(items.toArray(Preview.Item[]::new));
    }

    /** What is to be said of an answer, in words; empty where all is well. */
    static String said(Preview.Item item) {
        List<String> said = new ArrayList<>();
        switch (item.fill()) {
            case EMPTY -> said.add("empty");
            case UNREADABLE -> said.add("not a number");
            case TOO_SHORT ->
                    said.add(words(item) + ", at least " + least(item) + " are asked for");
            case TOO_LONG -> said.add(words(item) + ", at most " + most(item) + " are asked for");
            case FINE -> said.addAll(List.of());
        }
        if (item.changed()) {
            said.add("changed since the last hand-in");
        }
        if (item.promptEdited()) {
            said.add("the question was edited since");
        }
        return String.join("; ", said);
    }

    private static String words(Preview.Item item) {
        return item.words() == 1 ? "1 word" : item.words() + " words";
    }

    private static int least(Preview.Item item) {
        return item.question() instanceof Writeup writeup ? writeup.words().least() : 0;
    }

    private static int most(Preview.Item item) {
        return item.question() instanceof Writeup writeup ? writeup.words().most() : 0;
    }

    /** A question as it is called in its lesson. */
    static String name(Preview.Item item) {
        Question question = item.question();
        int number = item.lesson().questions().indexOf(question) + 1;
        return question.label() + " " + number + " · " + item.lesson().title();
    }

    private final class Row implements ListCellRenderer<Preview.Item> {

        private final JPanel cell = new JPanel(new BorderLayout(12, 0));
        private final JLabel name = new JLabel();
        private final JLabel state = new JLabel();

        Row() {
            cell.add(name, BorderLayout.CENTER);
            cell.add(state, BorderLayout.EAST);
            cell.setBorder(BorderFactory.createEmptyBorder(6, 12, 6, 12));
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Preview.Item> rows,
                Preview.Item item,
                int index,
                boolean selected,
                boolean focused) {
            String said = said(item);
            name.setText(name(item));
            name.setForeground(look.colour("text"));
            state.setText(said.isEmpty() ? "✓" : said);
            state.setForeground(look.colour(said.isEmpty() ? "saved" : "warning"));
            cell.setBackground(look.colour(selected ? "accent-soft" : "background"));
            cell.getAccessibleContext()
                    .setAccessibleName(name(item) + ": " + (said.isEmpty() ? "complete" : said));
            return cell;
        }
    }
}
