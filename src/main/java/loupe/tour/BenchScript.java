package loupe.tour;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import loupe.shell.CourseFrame;
import loupe.shell.browser.PageMail;
import loupe.shell.browser.PageProbe;

/**
 * The part of the benchmark that runs inside the window. Prints its figures and ends the process.
 */
final class BenchScript {

    /** Ten tokens of the course model. */
    private static final String CLICK_TO_PIXELS =
            """
            new Promise((done) => {
              const section = document.querySelector('section.experiment');
              const frames = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
              const seen = new MutationObserver(() => {
                if (section.dataset.state !== 'ready' || section.dataset.run === before) return;
                seen.disconnect();
                frames(() => done(performance.now() - start));
              });
              const before = section.dataset.run;
              seen.observe(section, { attributes: true });
              const start = performance.now();
              section.querySelector('button.primary').click();
            })""";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private BenchScript() {}

    static void run(CourseFrame frame, PageMail mail) {
        int status = 1;
        try {
            frame.readable().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Child.sayReady();
            if (System.getProperty("loupe.bench").equals("quit")) {
                SwingUtilities.invokeLater(frame::close);
                return;
            }
            if (System.getProperty("loupe.bench").equals("run")) {
                PageProbe page = new PageProbe(frame.page().orElseThrow(), mail);
                measureRuns(page, Integer.getInteger("loupe.bench.runs"));
            }
            status = 0;
        } catch (Exception failure) {
            System.err.println("failed " + failure);
        }
        Runtime.getRuntime().halt(status);
    }

    private static void measureRuns(PageProbe page, int runs) throws Exception {
        page.becomes(
                "document.querySelector('section.experiment')?.dataset.state === 'ready'",
                PATIENCE);
        page.value(
                "document.querySelector('section.experiment textarea').value ="
                        + " 'The dog sat in the dark by the door'",
                PATIENCE);
        for (int i = 0; i < runs + 3; i++) {
            String took = page.value(CLICK_TO_PIXELS, PATIENCE);
            if (i >= 3) {
                System.err.println("run " + took);
            }
        }
        System.err.println(
                "tokens "
                        + page.value(
                                "document.querySelectorAll('section.experiment')[0]"
                                        + ".querySelectorAll('button.token[data-side=\"query\"]').length",
                                PATIENCE));
    }
}
