package loupe.shell.writeup;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** A window over the others with one thing to read and a button to close it. */
final class TextWindow {

    private TextWindow() {}

    static void open(JFrame owner, String title, String sentence, JComponent content) {
        JDialog dialog = new JDialog(owner, title, true);
        dialog.setName("reading");
        JButton close = new JButton("Close");
        close.addActionListener(pressed -> dialog.dispose());
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
        buttons.add(close);
        JPanel all = new JPanel(new BorderLayout(0, 12));
        all.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        all.add(new JLabel(sentence), BorderLayout.NORTH);
        all.add(content, BorderLayout.CENTER);
        all.add(buttons, BorderLayout.SOUTH);
        dialog.setContentPane(all);
        dialog.setSize(640, 440);
        dialog.setLocationRelativeTo(owner);
        dialog.getRootPane().setDefaultButton(close);
        dialog.getRootPane()
                .registerKeyboardAction(
                        escape -> dialog.dispose(),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.setVisible(true);
    }
}
