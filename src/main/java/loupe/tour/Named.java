package loupe.tour;

import java.awt.Component;
import java.awt.Container;
import java.util.Optional;

/** Finds components of a window by the names the window gave them. */
public final class Named {

    private Named() {}

    public static Optional<Component> in(Container window, String name) {
        for (Component child : window.getComponents()) {
            if (name.equals(child.getName())) {
                return Optional.of(child);
            }
            Optional<Component> below =
                    child instanceof Container container ? in(container, name) : Optional.empty();
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}
