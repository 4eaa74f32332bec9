package loupe.shell;

import java.awt.BorderLayout;
import java.awt.Component;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import loupe.lesson.Lesson;

/** The contents of the course: its lessons, and how many of their questions have an answer. */
final class ContentsPane {

    private final JPanel panel = new JPanel(new BorderLayout());
    private final JPanel head = new JPanel(new Column(8));
    private final JLabel title = new JLabel();
    private final JLabel progress = new JLabel();
    private final JProgressBar bar = new JProgressBar();
    private final DefaultListModel<Lesson> lessons = new DefaultListModel<>();
    private final JList<Lesson> list = new JList<>(lessons);
    private final Map<String, Integer> answered = new HashMap<>();
    private Look look;
    private boolean selecting;

    ContentsPane(String courseTitle, List<Lesson> all, Consumer<Lesson> chosen, Look look) {
        title.setText(courseTitle);
        lessons.addAll(all);
        list.setName("contents");
        list.getAccessibleContext().setAccessibleName("Lessons");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new Row());
        list.addListSelectionListener(
                event -> {
                    Lesson lesson = list.getSelectedValue();
                    if (lesson != null && !event.getValueIsAdjusting() && !selecting) {
                        chosen.accept(lesson);
                    }
                });
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        head.add(title);
        head.add(bar);
        head.add(progress);
        panel.add(head, BorderLayout.NORTH);
        panel.add(scroll, BorderLayout.CENTER);
        panel.setMinimumSize(new java.awt.Dimension(120, 0));
        restyle(look);
        count();
    }

    JComponent component() {
        return panel;
    }

    void focus() {
        list.requestFocus();
    }

    /** Marks the lesson that is open, without opening it once more. */
    void select(Lesson lesson) {
        selecting = true;
        list.setSelectedValue(lesson, true);
        selecting = false;
    }

    void answered(String lesson, int questions) {
        answered.put(lesson, questions);
        count();
    }

    private void count() {
        int all = 0;
        int done = 0;
        for (int i = 0; i < lessons.size(); i++) {
            all += lessons.get(i).questions().size();
            done += answered.getOrDefault(lessons.get(i).id(), 0);
        }
        bar.setMaximum(Math.max(all, 1));
        bar.setValue(done);
        progress.setText(done + " of " + all + " answered");
        list.repaint();
    }

    void restyle(Look newLook) {
        look = newLook;
        panel.setBackground(look.colour("surface"));
        list.setBackground(look.colour("surface"));
        head.setBackground(look.colour("surface"));
        head.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        title.setFont(look.bold(Look.TEXT));
        progress.setFont(look.font(Look.SMALL));
        progress.setForeground(look.colour("text-muted"));
    }

    /** A lesson as two lines: its title, and its progress. */
    private final class Row implements ListCellRenderer<Lesson> {

        private final JPanel cell = new JPanel(new BorderLayout(8, 0));
        private final JLabel name = new JLabel();
        private final JLabel state = new JLabel();

        Row() {
            cell.add(name, BorderLayout.CENTER);
            cell.add(state, BorderLayout.EAST);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Lesson> rows,
                Lesson lesson,
                int index,
                boolean selected,
                boolean focused) {
            int all = lesson.questions().size();
            int done = answered.getOrDefault(lesson.id(), 0);
            name.setText(lesson.title());
            name.setFont(selected ? look.bold(Look.SMALL) : look.font(Look.SMALL));
            name.setForeground(look.colour("text"));
            state.setText(all == 0 ? "" : done == all ? "✓ " + done : done + "/" + all);
            state.setForeground(look.colour(done == all && all > 0 ? "saved" : "text-muted"));
            cell.setBackground(look.colour(selected ? "accent-soft" : "surface"));
            cell.setBorder(
                    BorderFactory.createCompoundBorder(
                            BorderFactory.createMatteBorder(
                                    0,
                                    4,
                                    0,
                                    0,
                                    look.colour(
                                            focused && selected
                                                    ? "focus"
                                                    : selected ? "accent" : "surface")),
                            BorderFactory.createEmptyBorder(8, 12, 8, 16)));
            cell.setToolTipText(lesson.title());
            cell.getAccessibleContext()
                    .setAccessibleName(
                            lesson.title() + ", " + done + " of " + all + " questions answered");
            return cell;
        }
    }
}
