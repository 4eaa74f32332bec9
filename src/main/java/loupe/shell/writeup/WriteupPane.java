package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import loupe.answer.Draft;
import loupe.lesson.Lesson;
import loupe.lesson.Question;
import loupe.shell.look.Column;
import loupe.shell.look.Look;
import loupe.shell.look.Pile;

/** The writeup at the right: the lesson's questions, each on its card, and how far one has come. */
final class WriteupPane {

    private final JPanel panel = new JPanel(new BorderLayout());
    private final JPanel top = new JPanel(new Column(4));
    private final JPanel head = new JPanel(new BorderLayout(8, 0));
    private final JLabel title = new JLabel("Writeup");
    private final JButton handIn = new JButton("Hand in…");
    private final JLabel progress = new JLabel();
    private final JLabel empty = new JLabel("This lesson asks no questions.");
    private final QuietButton gone = new QuietButton("");
    private final Pile pile = new Pile(0);
    private final JScrollPane scroll = new JScrollPane();
    private final List<QuestionCard> cards = new ArrayList<>();
    private Look look;

    /**
     * @param handingIn called when the student wants to hand in
     * @param drawer called when the answers to questions that are gone are wanted
     */
    WriteupPane(Notice notice, Runnable handingIn, Runnable drawer, Look look) {
        scroll.setViewportView(pile);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        handIn.setName("hand-in");
        handIn.addActionListener(pressed -> handingIn.run());
        progress.setName("progress");
        gone.setName("gone");
        gone.setVisible(false);
        gone.addActionListener(pressed -> drawer.run());
        head.add(title, BorderLayout.WEST);
        head.add(handIn, BorderLayout.EAST);
        top.add(head);
        top.add(progress);
        top.add(notice.component());
        panel.add(top, BorderLayout.NORTH);
        panel.add(scroll, BorderLayout.CENTER);
        panel.add(gone, BorderLayout.SOUTH);
        panel.setMinimumSize(new java.awt.Dimension(240, 120));
        restyle(look);
    }

    JComponent component() {
        return panel;
    }

    /**
     * Shows the questions of a lesson, with nothing in them until {@link #fill} brings the answers.
     *
     * @param card makes the card of a question and its number
     */
    void show(Lesson lesson, BiFunction<Integer, Question, QuestionCard> card) {
        cards.clear();
        pile.removeAll();
        for (Question question : lesson.questions()) {
            QuestionCard made = card.apply(cards.size() + 1, question);
            cards.add(made);
            pile.add(made.component());
        }
        if (cards.isEmpty()) {
            pile.add(empty);
        }
        restyle(look);
        count();
        pile.revalidate();
        pile.repaint();
        scroll.getViewport().setViewPosition(new Point(0, 0));
    }

    void fill(Map<String, Draft> answers) {
        for (QuestionCard card : cards) {
            Draft saved = answers.get(card.question().id());
            if (saved != null) {
                card.fill(saved);
            }
        }
        count();
        pile.revalidate();
    }

    void opened(Map<String, Set<Integer>> hints) {
        cards.forEach(each -> each.opened(hints.getOrDefault(each.question().id(), Set.of())));
    }

    /**
     * @param texts the SHA-256 of what was handed in, by question id
     */
    void handedIn(Map<String, String> texts) {
        cards.stream()
                .filter(each -> texts.containsKey(each.question().id()))
                .forEach(each -> each.handedIn(texts.get(each.question().id())));
    }

    /** Takes the cards out of reach, or brings them back. */
    void shut(boolean on) {
        pile.setVisible(!on);
    }

    /** How many answers have lost their question; 0 takes the drawer away. */
    void gone(int answers) {
        gone.setText(
                answers == 1
                        ? "1 answer whose question is gone"
                        : answers + " answers whose questions are gone");
        gone.setVisible(answers > 0);
    }

    Set<String> answered() {
        Set<String> answered = new TreeSet<>();
        cards.stream()
                .filter(QuestionCard::isAnswered)
                .forEach(each -> answered.add(each.question().id()));
        return answered;
    }

    /** Says again how far one has come in the lesson. */
    void count() {
        int done = answered().size();
        int all = cards.stream().mapToInt(each -> each.question().points()).sum();
        int covered =
                cards.stream()
                        .filter(QuestionCard::isAnswered)
                        .mapToInt(each -> each.question().points())
                        .sum();
        progress.setText(
                done
                        + " of "
                        + cards.size()
                        + " answered"
                        + (all == 0 ? "" : ", worth " + covered + " of " + all + " points"));
        progress.setVisible(!cards.isEmpty());
        handIn.setVisible(!cards.isEmpty());
    }

    void focusFirst() {
        cards.stream().findFirst().ifPresent(QuestionCard::focus);
    }

    Optional<QuestionCard> find(String question) {
        return cards.stream().filter(card -> card.question().id().equals(question)).findFirst();
    }

    List<QuestionCard> cards() {
        return cards;
    }

    /** All answers of the lesson as one text, for the clipboard or a file. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (QuestionCard card : cards) {
            text.append("## ").append(card.question().id()).append("\n\n");
            text.append(card.text()).append("\n\n");
        }
        return text.toString();
    }

    void restyle(Look newLook) {
        look = newLook;
        for (JComponent each : new JComponent[] {panel, pile, top, head}) {
            each.setBackground(look.colour("surface"));
        }
        title.setFont(look.bold(Look.TEXT));
        top.setBorder(BorderFactory.createEmptyBorder(12, 16, 4, 12));
        progress.setForeground(look.colour("text-muted"));
        gone.restyle(look);
        empty.setForeground(look.colour("text-muted"));
        empty.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        cards.forEach(card -> card.restyle(look));
    }
}
