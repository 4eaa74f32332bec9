package loupe.shell.writeup;

import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import loupe.answer.Filed;
import loupe.shell.look.Look;

/** The answers whose questions are gone from the course, each with the question it was for. */
final class Drawer {

    private Drawer() {}

    static JComponent of(List<Filed> gone, Look look) {
        StringBuilder text = new StringBuilder();
        for (Filed each : gone) {
            text.append(each.key().lesson() + " / " + each.key().question() + "\n");
            if (!each.prompt().isBlank()) {
                text.append("The question was: ").append(each.prompt()).append('\n');
            }
            text.append('\n').append(each.draft().body()).append("\n\n\n");
        }
        JTextArea area = new JTextArea(text.toString().stripTrailing());
        area.setName("drawer");
        area.setEditable(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setFont(look.font(Look.TEXT));
        area.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        area.setCaretPosition(0);
        area.getAccessibleContext().setAccessibleName("Answers whose questions are gone");
        return new JScrollPane(area);
    }
}
