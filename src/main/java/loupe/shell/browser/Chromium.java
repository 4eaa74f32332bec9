package loupe.shell.browser;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import me.friwi.jcefmaven.CefAppBuilder;
import me.friwi.jcefmaven.CefInitializationException;
import me.friwi.jcefmaven.EnumProgress;
import me.friwi.jcefmaven.MavenCefAppHandlerAdapter;
import me.friwi.jcefmaven.UnsupportedPlatformException;
import org.cef.CefApp;
import org.cef.CefClient;
import org.cef.CefSettings;
import org.cef.callback.CefSchemeRegistrar;

/**
 * Chromium inside this process: started once for the life of the program, since it cannot be built
 * again after its end. Pages are opened from it.
 */
public final class Chromium implements AutoCloseable {

    static final String ORIGIN = "loupe://app";

    private static final List<String> QUIET_AND_OFFLINE =
            List.of(
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--disable-quic",
                    "--disable-extensions",
                    "--disable-spell-checking",
                    "--disable-features=Translate,MediaRouter,OptimizationHints");

    private final CefApp app;
    private CefClient first;

    private Chromium(CefApp app, CefClient first) {
        this.app = app;
        this.first = first;
    }

    /** Chromium on the disk, ready to be started. */
    public static final class Unpacked {

        private final CefAppBuilder builder;

        private Unpacked(CefAppBuilder builder) {
            this.builder = builder;
        }

        /**
         * Starts it; takes some hundred milliseconds, in part on the event thread.
         *
         * @throws BrowserTrouble with a sentence for the person, when it does not start
         */
        public Chromium start() throws BrowserTrouble {
            try {
                CefApp app = builder.build();
                // The first client is what makes Chromium begin.
                return new Chromium(app, app.createClient());
            } catch (InterruptedException failure) {
                Thread.currentThread().interrupt();
                throw new BrowserTrouble("Chromium was stopped while it started.", failure);
            } catch (IOException
                    | UnsupportedPlatformException
                    | CefInitializationException
                    | LinkageError
                    | IllegalStateException failure) {
                throw new BrowserTrouble(
                        "Chromium, which shows the lessons, did not start: "
                                + failure.getMessage()
                                + ". Run installer/run once more: it looks for what Chromium needs"
                                + " and says how to install it.",
                        failure);
            }
        }
    }

    /**
     * Unpacks Chromium where that has not been done yet: the very first time some seconds, later a
     * tenth of one.
     *
     * @param cache folder for the unpacked program, shared by all runs of this user
     * @param profile folder for Chromium's own files; no second program may use it
     * @throws BrowserTrouble with a sentence for the person, when it cannot be unpacked
     */
    public static Unpacked unpack(Path cache, Path profile, Site site) throws BrowserTrouble {
        try {
            Files.createDirectories(cache);
            Files.createDirectories(profile);
            CefAppBuilder builder = builder(cache, profile, site);
            try (FileChannel lock = lockFile(cache)) {
                lock.lock();
                builder.install();
            }
            return new Unpacked(builder);
        } catch (IOException failure) {
            throw new BrowserTrouble(
                    "Chromium, which shows the lessons, could not be unpacked to "
                            + cache
                            + (Files.isRegularFile(cache)
                                    ? ", which is no folder"
                                    : ": " + failure.getMessage())
                            + ". Make room there or make the folder writable, then start Loupe"
                            + " again.",
                    failure);
        } catch (UnsupportedPlatformException failure) {
            throw new BrowserTrouble(
                    "Chromium, which shows the lessons, is not made for this system ("
                            + System.getProperty("os.name")
                            + ", "
                            + System.getProperty("os.arch")
                            + ").",
                    failure);
        }
    }

    private static FileChannel lockFile(Path cache) throws IOException {
        return FileChannel.open(
                cache.resolve("unpacking.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    private static CefAppBuilder builder(Path cache, Path profile, Site site) {
        CefAppBuilder builder = new CefAppBuilder();
        builder.setInstallDir(cache.resolve("chromium").toFile());
        builder.setProgressHandler((EnumProgress step, float percent) -> {});
        builder.addJcefArgs(QUIET_AND_OFFLINE.toArray(String[]::new));
        if (!hasGpu()) {
            builder.addJcefArgs("--disable-gpu");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addJcefArgs("--no-sandbox");
        }
        CefSettings settings = builder.getCefSettings();
        settings.windowless_rendering_enabled = false;
        settings.root_cache_path = profile.toAbsolutePath().toString();
        settings.cache_path = profile.toAbsolutePath().toString();
        settings.log_severity = CefSettings.LogSeverity.LOGSEVERITY_DISABLE;
        settings.locale = "en-US";
        builder.setAppHandler(
                new MavenCefAppHandlerAdapter() {
                    @Override
                    public void onRegisterCustomSchemes(CefSchemeRegistrar registrar) {
                        registrar.addCustomScheme(
                                "loupe", true, false, false, true, true, false, true);
                    }

                    @Override
                    public void onContextInitialized() {
                        CefApp.getInstance()
                                .registerSchemeHandlerFactory(
                                        "loupe",
                                        "app",
                                        (browser, frame, scheme, request) ->
                                                new SchemeHandler(site));
                    }
                });
        return builder;
    }

    private static boolean hasGpu() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        return !linux || Files.isDirectory(Path.of("/dev/dri"));
    }

    /**
     * Opens a page at a path of the site, such as {@code /lesson/attention-in-gpt}. Call it on the
     * event thread.
     */
    public Page open(String path, PageEvents events) {
        return new Page(client(), ORIGIN + path, events);
    }

    /** A client of its own for a page, on the event thread. */
    CefClient client() {
        CefClient client = first == null ? app.createClient() : first;
        first = null;
        return client;
    }

    /** Ends Chromium. The process should end soon after; some of its threads may linger. */
    @Override
    public void close() {
        app.dispose();
    }
}
