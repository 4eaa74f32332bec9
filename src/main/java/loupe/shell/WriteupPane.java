package loupe.shell;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import loupe.lesson.Lesson;
import loupe.lesson.Question;

/** The writeup at the right: the lesson's questions, each with the editor of its answer. */
final class WriteupPane {

    /** What the writeup asks of the window. */
    interface Listener {

        void typed(Question question, String text);

        /** A link of a prompt, into the lesson or out of it. */
        void follow(String address);
    }

    private final JPanel panel = new JPanel(new BorderLayout());
    private final JPanel top = new JPanel(new Column(0));
    private final JLabel title = new JLabel("Writeup");
    private final JLabel empty = new JLabel("This lesson asks no questions.");
    private final Pile pile = new Pile(0);
    private final JScrollPane scroll = new JScrollPane();
    private final List<AnswerCard> cards = new ArrayList<>();
    private final Listener listener;
    private Look look;

    WriteupPane(Listener listener, Notice notice, Look look) {
        this.listener = listener;
        scroll.setViewportView(pile);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        top.add(title);
        top.add(notice.component());
        panel.add(top, BorderLayout.NORTH);
        panel.add(scroll, BorderLayout.CENTER);
        panel.setMinimumSize(new java.awt.Dimension(240, 120));
        restyle(look);
    }

    JComponent component() {
        return panel;
    }

    /**
     * Shows the questions of a lesson, with empty editors until {@link #fill} brings the answers.
     */
    void show(Lesson lesson) {
        cards.clear();
        pile.removeAll();
        for (Question question : lesson.questions()) {
            AnswerCard card =
                    new AnswerCard(
                            cards.size() + 1,
                            question,
                            text -> listener.typed(question, text),
                            listener::follow);
            cards.add(card);
            pile.add(card.component());
        }
        if (cards.isEmpty()) {
            pile.add(empty);
        }
        restyle(look);
        pile.revalidate();
        pile.repaint();
        scroll.getViewport().setViewPosition(new java.awt.Point(0, 0));
    }

    /**
     * @param answers the saved texts by question id
     */
    void fill(Map<String, String> answers) {
        for (AnswerCard card : cards) {
            String saved = answers.get(card.question().id());
            if (saved != null) {
                card.fill(saved);
            }
        }
        pile.revalidate();
    }

    int answered() {
        return (int) cards.stream().filter(AnswerCard::isAnswered).count();
    }

    void focus(String question) {
        find(question).ifPresent(AnswerCard::focus);
    }

    void focusFirst() {
        cards.stream().findFirst().ifPresent(AnswerCard::focus);
    }

    private Optional<AnswerCard> find(String question) {
        return cards.stream().filter(card -> card.question().id().equals(question)).findFirst();
    }

    /** All answers of the lesson as one text, for the clipboard or a file. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (AnswerCard card : cards) {
            text.append("## ").append(card.question().id()).append("\n\n");
            text.append(card.text()).append("\n\n");
        }
        return text.toString();
    }

    void restyle(Look newLook) {
        look = newLook;
        panel.setBackground(look.colour("surface"));
        pile.setBackground(look.colour("surface"));
        top.setBackground(look.colour("surface"));
        title.setFont(look.bold(Look.TEXT));
        title.setBorder(BorderFactory.createEmptyBorder(16, 16, 0, 16));
        empty.setForeground(look.colour("text-muted"));
        empty.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        cards.forEach(card -> card.restyle(look));
    }
}
