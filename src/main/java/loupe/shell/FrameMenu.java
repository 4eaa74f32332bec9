package loupe.shell;

import static java.util.stream.Collectors.joining;

import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.KeyStroke;
import loupe.shell.browser.KeyCode;

/**
 * The menus, and the shortcuts behind them. Swing does not see what is typed into the page, so the
 * page is told the shortcuts and reports them.
 */
final class FrameMenu {

    private final JMenuBar bar = new JMenuBar();
    private final Map<String, Integer> offered = new HashMap<>(); // entries and their line
    private final Map<KeyStroke, Action> shortcuts = new ConcurrentHashMap<>();

    JMenuBar component() {
        return bar;
    }

    Submenu menu(String name, char mnemonic) {
        JMenu menu = new JMenu(name);
        menu.setMnemonic(mnemonic);
        bar.add(menu);
        // Swing opens a menu by its letter, but does not see keys that are typed into the page.
        shortcuts.put(
                KeyStroke.getKeyStroke(mnemonic, InputEvent.ALT_DOWN_MASK),
                action(name, menu::doClick));
        return new Submenu(menu);
    }

    private JMenu find(String name) {
        return IntStream.range(0, bar.getMenuCount())
                .mapToObj(bar::getMenu)
                .filter(each -> each.getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Puts an entry above the last part of a menu that is there. */
    void add(String name, String title, Runnable does) {
        JMenu menu = find(name);
        int place = menu.getItemCount() - 1;
        while (place > 0 && menu.getItem(place) != null) {
            place--;
        }
        menu.insert(new JMenuItem(action(title, does)), Math.max(0, place));
    }

    /** Puts a choice of several at the top of a menu, in the place of the one before. */
    void offer(String name, List<String> titles, int chosen, IntConsumer choose) {
        JMenu menu = find(name);
        ButtonGroup group = new ButtonGroup();
        for (int i = offered.getOrDefault(name, 0); i > 0; i--) {
            menu.remove(0);
        }
        offered.put(name, titles.size() + 1);
        menu.insertSeparator(0);
        for (int i = titles.size() - 1; i >= 0; i--) {
            int place = i;
            JMenuItem item =
                    new JRadioButtonMenuItem(action(titles.get(i), () -> choose.accept(place)));
            item.setSelected(i == chosen);
            group.add(item);
            menu.insert(item, 0);
        }
    }

    /** Carries out a shortcut that was pressed in the page. */
    void take(KeyStroke key) {
        Action action = shortcuts.get(key);
        if (action != null) {
            action.actionPerformed(null);
        }
    }

    /** All shortcuts, as the page is told them. */
    String keys() {
        return shortcuts.keySet().stream().map(KeyCode::of).sorted().collect(joining(" "));
    }

    private static Action action(String name, Runnable does) {
        return new AbstractAction(name) {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                does.run();
            }
        };
    }

    /** One menu being filled. */
    final class Submenu {

        private final JMenu menu;
        private ButtonGroup group = new ButtonGroup();

        private Submenu(JMenu menu) {
            this.menu = menu;
        }

        Submenu item(String name, String key, Runnable does) {
            menu.add(new JMenuItem(action(name, key, does)));
            return this;
        }

        /** Another key for the last item, where keyboards differ. */
        Submenu also(String key) {
            Action action = menu.getItem(menu.getItemCount() - 1).getAction();
            KeyStroke stroke = KeyStroke.getKeyStroke(key);
            shortcuts.put(stroke, action);
            bar.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(stroke, stroke);
            bar.getActionMap().put(stroke, action);
            return this;
        }

        /** One of several that exclude each other; a line ends the several. */
        Submenu choice(String name, boolean chosen, Runnable does) {
            JMenuItem item = new JRadioButtonMenuItem(action(name, "", does));
            item.setSelected(chosen);
            group.add(item);
            menu.add(item);
            return this;
        }

        Submenu line() {
            menu.addSeparator();
            group = new ButtonGroup();
            return this;
        }

        private Action action(String name, String key, Runnable does) {
            Action action = FrameMenu.action(name, does);
            if (!key.isEmpty()) {
                KeyStroke stroke = KeyStroke.getKeyStroke(key);
                action.putValue(Action.ACCELERATOR_KEY, stroke);
                shortcuts.put(stroke, action);
            }
            return action;
        }
    }
}
