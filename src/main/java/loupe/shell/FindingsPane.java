package loupe.shell;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import loupe.lesson.Finding;
import loupe.lesson.Severity;
import loupe.shell.look.Look;

/** What is wrong with the course, under the lesson, for its author: a click opens the place. */
final class FindingsPane {
    private static final int HEIGHT = 140;

    private final JPanel panel = new JPanel(new BorderLayout());
    private final JLabel head = new JLabel();
    private final DefaultListModel<Finding> model = new DefaultListModel<>();
    private final JList<Finding> list = new JList<>(model);
    private final Consumer<Finding> open;
    private Look look;

    /**
     * @param open called with a finding whose place is wanted
     */
    FindingsPane(Consumer<Finding> open, Look look) {
        this.open = open;
        list.setName("findings");
        list.getAccessibleContext().setAccessibleName("Findings");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new Row());
        list.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "open");
        list.getActionMap()
                .put(
                        "open",
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(ActionEvent event) {
                                openSelected();
                            }
                        });
        list.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(MouseEvent event) {
                        openSelected();
                    }
                });
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        panel.add(head, BorderLayout.NORTH);
        panel.add(scroll, BorderLayout.CENTER);
        restyle(look);
        show(List.of());
    }

    JComponent component() {
        return panel;
    }

    void show(List<Finding> findings) {
        model.clear();
        findings.forEach(model::addElement);
        head.setText(
                findings.isEmpty()
                        ? "Author mode: nothing is wrong. Save a file, and the lesson follows."
                        : findings.size() == 1 ? "1 finding" : findings.size() + " findings");
        list.getParent().getParent().setVisible(!findings.isEmpty());
        panel.setPreferredSize(findings.isEmpty() ? null : new Dimension(0, look.scaled(HEIGHT)));
        panel.revalidate();
    }

    private void openSelected() {
        Finding chosen = list.getSelectedValue();
        if (chosen != null) {
            open.accept(chosen);
        }
    }

    void restyle(Look now) {
        look = now;
        panel.setBackground(look.colour("surface"));
        panel.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, look.colour("hairline")));
        head.setBorder(BorderFactory.createEmptyBorder(6, 12, 6, 12));
        head.setFont(look.bold(Look.SMALL));
        head.setForeground(look.colour("text"));
        list.setBackground(look.colour("surface"));
    }

    /** A finding in two lines: what is wrong, and where and how to mend it. */
    private final class Row implements ListCellRenderer<Finding> {
        private final JPanel cell = new JPanel(new BorderLayout());
        private final JLabel words = new JLabel();
        private final JLabel place = new JLabel();

        Row() {
            words.putClientProperty("html.disable", true); // a course may not draw here
            place.putClientProperty("html.disable", true);
            cell.add(words, BorderLayout.CENTER);
            cell.add(place, BorderLayout.SOUTH);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Finding> of,
                Finding finding,
                int index,
                boolean selected,
                boolean focused) {
            boolean error = finding.severity() == Severity.ERROR;
            words.setText(finding.message());
            words.setFont(look.font(Look.SMALL));
            words.setForeground(look.colour(error ? "error" : "text"));
            String fix = finding.fix().isEmpty() ? "" : "   " + finding.fix();
            place.setText(finding.spot().address() + "   " + finding.code() + fix);
            place.setFont(look.mono(Look.SMALL));
            place.setForeground(look.colour("text-muted"));
            cell.setBackground(look.colour(selected ? "accent-soft" : "surface"));
            cell.setBorder(BorderFactory.createEmptyBorder(4, 12, 4, 12));
            cell.setToolTipText(finding.message());
            cell.getAccessibleContext().setAccessibleName(finding.print());
            return cell;
        }
    }
}
