package loupe.shell.browser;

import java.net.URI;
import javax.swing.KeyStroke;

/** A window that takes no notice of its page. */
public class Deaf implements PageEvents {

    @Override
    public void ready() {}

    @Override
    public void scrolled(String lesson, int y) {}

    @Override
    public void write(String question) {}

    @Override
    public void open(URI address) {}

    @Override
    public void ran(String model, String device) {}

    @Override
    public void pressed(KeyStroke key) {}

    @Override
    public void left(boolean forward) {}

    @Override
    public void crashed() {}
}
