package loupe.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Whether the system is set to dark, asked of the system's own tool, where it has one. */
final class SystemTheme {

    private static final Logger LOG = Logger.getLogger(SystemTheme.class.getName());

    private SystemTheme() {}

    /** Takes some tens of milliseconds: not for the event thread. */
    static boolean isDark() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return says("dark", List.of("defaults", "read", "-g", "AppleInterfaceStyle"));
        }
        if (system.startsWith("windows")) {
            return says(
                    "0x0",
                    List.of(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v",
                            "AppsUseLightTheme"));
        }
        String gtk = System.getenv().getOrDefault("GTK_THEME", "");
        return gtk.toLowerCase(Locale.ROOT).endsWith("dark")
                || says(
                        "dark",
                        List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"));
    }

    private static boolean says(String word, List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            byte[] answer = process.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT)
                    .contains(word);
        } catch (IOException noSuchTool) {
            LOG.log(Level.FINE, "The system does not say whether it is dark", noSuchTool);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
