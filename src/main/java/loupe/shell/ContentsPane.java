package loupe.shell;

import java.awt.AWTEvent;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTree;
import javax.swing.ToolTipManager;
import javax.swing.event.TreeSelectionEvent;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreeCellRenderer;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import loupe.lesson.Lesson;
import loupe.lesson.Question;
import loupe.shell.look.Column;
import loupe.shell.look.Look;

/**
 * The contents of the course: its lessons with their questions, and which of them have an answer.
 */
final class ContentsPane {

    private static final int INDENT = 12;

    private final JPanel panel = new JPanel(new BorderLayout());
    private final JPanel head = new JPanel(new Column(8));
    private final JLabel title = new JLabel();
    private final JLabel progress = new JLabel();
    private final JProgressBar bar = new JProgressBar();
    private final DefaultMutableTreeNode root = new DefaultMutableTreeNode();
    private final JTree tree = new Rows(new DefaultTreeModel(root));
    private final Map<String, Set<String>> answered = new HashMap<>();
    private final BiConsumer<Lesson, String> chosen;
    private Look look;
    private boolean selecting;
    private AWTEvent heard;

    /** A question of a lesson as an entry of the contents. */
    private record Entry(Lesson lesson, Question question, int number) {

        String words() {
            return question.label() + " " + number;
        }
    }

    /** A tree whose rows are called by what they say: to a screen reader and when one types. */
    private static final class Rows extends JTree {
        private static final long serialVersionUID = 1L;

        Rows(DefaultTreeModel model) {
            super(model);
        }

        @Override
        public String convertValueToText(
                Object node,
                boolean selected,
                boolean expanded,
                boolean leaf,
                int row,
                boolean focused) {
            Object value = ((DefaultMutableTreeNode) node).getUserObject();
            if (value instanceof Lesson lesson) {
                return lesson.title();
            }
            return value instanceof Entry entry ? entry.words() : "";
        }
    }

    /**
     * @param chosen told the lesson that is wanted, and the question in it, empty for its beginning
     */
    ContentsPane(
            String courseTitle, List<Lesson> all, BiConsumer<Lesson, String> chosen, Look look) {
        this.chosen = chosen;
        this.look = look;
        fill(courseTitle, all);
        tree.setName("contents");
        tree.getAccessibleContext().setAccessibleName("Contents");
        tree.setRootVisible(false);
        tree.setShowsRootHandles(false);
        tree.setToggleClickCount(0);
        tree.setRowHeight(0);
        tree.getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
        tree.setCellRenderer(new Row());
        tree.putClientProperty("JTree.wideSelection", true);
        tree.putClientProperty("JTree.paintSelection", false);
        ToolTipManager.sharedInstance().registerComponent(tree);
        tree.addTreeSelectionListener(this::choose);
        tree.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mousePressed(MouseEvent event) {
                        chooseAgain(event);
                    }
                });
        JScrollPane scroll = new JScrollPane(tree);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        head.add(title);
        head.add(bar);
        head.add(progress);
        panel.add(head, BorderLayout.NORTH);
        panel.add(scroll, BorderLayout.CENTER);
        panel.setMinimumSize(new Dimension(120, 0));
        restyle(look);
        count();
    }

    /** Shows the lessons of a course that was read anew. */
    void show(String courseTitle, List<Lesson> all) {
        selecting = true;
        fill(courseTitle, all);
        selecting = false;
        count();
    }

    private void fill(String courseTitle, List<Lesson> all) {
        title.setText(courseTitle);
        root.removeAllChildren();
        all.forEach(this::add);
        ((DefaultTreeModel) tree.getModel()).reload();
    }

    private void add(Lesson lesson) {
        DefaultMutableTreeNode node = new DefaultMutableTreeNode(lesson);
        int number = 0;
        for (Question question : lesson.questions()) {
            node.add(new DefaultMutableTreeNode(new Entry(lesson, question, ++number)));
        }
        root.add(node);
    }

    private void choose(TreeSelectionEvent event) {
        TreePath path = event.getNewLeadSelectionPath();
        if (path != null && !selecting) {
            heard = EventQueue.getCurrentEvent();
            choose(path);
        }
    }

    /** A click on what is chosen already changes no selection, and is meant all the same. */
    private void chooseAgain(MouseEvent click) {
        TreePath path = tree.getClosestPathForLocation(click.getX(), click.getY());
        Rectangle row = path == null ? new Rectangle() : tree.getPathBounds(path);
        boolean here = row.y <= click.getY() && click.getY() < row.y + row.height;
        if (here && tree.isPathSelected(path) && heard != click) {
            choose(path);
        }
    }

    private void choose(TreePath path) {
        Object value = ((DefaultMutableTreeNode) path.getLastPathComponent()).getUserObject();
        if (value instanceof Lesson lesson) {
            chosen.accept(lesson, "");
        } else if (value instanceof Entry entry) {
            chosen.accept(entry.lesson(), entry.question().id());
        }
    }

    JComponent component() {
        return panel;
    }

    void focus() {
        tree.requestFocus();
    }

    /** Marks the lesson that is open and shows its questions, without opening it once more. */
    void select(Lesson lesson) {
        selecting = true;
        for (int i = 0; i < root.getChildCount(); i++) {
            DefaultMutableTreeNode node = (DefaultMutableTreeNode) root.getChildAt(i);
            TreePath path = new TreePath(node.getPath());
            if (node.getUserObject().equals(lesson)) {
                tree.expandPath(path);
                if (tree.getSelectionPath() == null
                        || !path.isDescendant(tree.getSelectionPath())) {
                    tree.setSelectionPath(path);
                }
                tree.scrollPathToVisible(path);
            } else {
                tree.collapsePath(path);
            }
        }
        selecting = false;
    }

    void answered(String lesson, Set<String> questions) {
        answered.put(lesson, questions);
        count();
    }

    private int done(Lesson lesson) {
        return answered.getOrDefault(lesson.id(), Set.of()).size();
    }

    private void count() {
        int all = 0;
        int done = 0;
        for (int i = 0; i < root.getChildCount(); i++) {
            Lesson lesson = (Lesson) ((DefaultMutableTreeNode) root.getChildAt(i)).getUserObject();
            all += lesson.questions().size();
            done += done(lesson);
        }
        bar.setMaximum(Math.max(all, 1));
        bar.setValue(done);
        progress.setText(done + " of " + all + " answered");
        tree.repaint();
    }

    void restyle(Look newLook) {
        look = newLook;
        panel.setBackground(look.colour("surface"));
        tree.setBackground(look.colour("surface"));
        head.setBackground(look.colour("surface"));
        head.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        title.setFont(look.bold(Look.TEXT));
        progress.setFont(look.font(Look.SMALL));
        progress.setForeground(look.colour("text-muted"));
        tree.setUI(new ContentsTree());
    }

    /** A lesson or a question as one line: its name, and how far it has come. */
    private final class Row implements TreeCellRenderer {

        private final JPanel cell = new JPanel(new BorderLayout(8, 0));
        private final JLabel name = new JLabel();
        private final JLabel state = new JLabel();

        Row() {
            cell.add(name, BorderLayout.CENTER);
            cell.add(state, BorderLayout.EAST);
        }

        @Override
        public Component getTreeCellRendererComponent(
                JTree of,
                Object node,
                boolean selected,
                boolean expanded,
                boolean leaf,
                int row,
                boolean focused) {
            Object value = ((DefaultMutableTreeNode) node).getUserObject();
            String said = "";
            if (value instanceof Lesson lesson) {
                said = lesson(lesson, selected);
            } else if (value instanceof Entry entry) {
                said = question(entry);
            }
            boolean inside = value instanceof Entry;
            String mark = focused && selected ? "focus" : selected ? "accent" : "surface";
            cell.setBackground(look.colour(selected ? "accent-soft" : "surface"));
            cell.setBorder(
                    BorderFactory.createCompoundBorder(
                            BorderFactory.createMatteBorder(0, 4, 0, 0, look.colour(mark)),
                            BorderFactory.createEmptyBorder(
                                    inside ? 4 : 8,
                                    inside ? 12 + INDENT : 12,
                                    inside ? 4 : 8,
                                    16)));
            cell.setPreferredSize(null);
            cell.setPreferredSize(new Dimension(40, cell.getPreferredSize().height));
            cell.getAccessibleContext().setAccessibleName(said);
            return cell;
        }

        private String lesson(Lesson lesson, boolean selected) {
            int all = lesson.questions().size();
            int done = done(lesson);
            name.setText(lesson.title());
            name.setFont(selected ? look.bold(Look.SMALL) : look.font(Look.SMALL));
            name.setForeground(look.colour("text"));
            state.setText(all == 0 ? "" : done == all ? "✓ " + done : done + "/" + all);
            state.setForeground(look.colour(done == all && all > 0 ? "saved" : "text-muted"));
            cell.setToolTipText(lesson.title());
            return lesson.title() + ", " + done + " of " + all + " questions answered";
        }

        private String question(Entry entry) {
            boolean done =
                    answered.getOrDefault(entry.lesson().id(), Set.of())
                            .contains(entry.question().id());
            int points = entry.question().points();
            String words = entry.words();
            name.setText(words);
            name.setFont(look.font(Look.SMALL));
            name.setForeground(look.colour("text-muted"));
            state.setText(done ? "✓" : points == 0 ? "" : points + (points == 1 ? " pt" : " pts"));
            state.setForeground(look.colour(done ? "saved" : "text-muted"));
            cell.setToolTipText(words);
            return words + (done ? ", answered" : ", not answered");
        }
    }
}
