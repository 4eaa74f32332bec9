package loupe.handin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loupe.answer.AnswerHistory;
import loupe.answer.Evidence;
import loupe.answer.Snapshot;

/** Opens a hand-in again and holds it against what it was made from. */
final class Check {
    private Check() {}

    /** Throws unless the PDF holds all of it, each question beginning a page of its own. */
    static void of(Path pdf, Contents wanted, Map<String, Evidence> views)
            throws IOException, HandInTrouble {
        List<String> places =
                wanted.answers().stream()
                        .map(each -> Sheet.anchor(each.lesson(), each.question()))
                        .toList();
        Pdf.Opened opened = Pdf.open(pdf, places);
        Optional<Contents> found = contents(opened);
        if (found.isEmpty()) {
            throw wrong("its answers cannot be read");
        }
        Optional<String> difference = found.get().difference(wanted);
        if (difference.isPresent()) {
            throw wrong(difference.get() + " is not in it as you wrote it");
        }
        for (Map.Entry<String, Evidence> each : views.entrySet()) {
            byte[] picture = opened.files().get("view-" + each.getKey() + ".png");
            if (!Arrays.equals(picture, each.getValue().png())) {
                throw wrong("an attached view is not in it");
            }
        }
        Set<Integer> pages = new HashSet<>(opened.places().values());
        if (pages.size() != places.size() || pages.contains(0)) {
            throw wrong("not every question begins a page of its own");
        }
    }

    /** Throws unless the store has exactly these texts. */
    static void againstStore(Contents wanted, Snapshot made, AnswerHistory past, Job job)
            throws Exception {
        Snapshot now = job.await(past.snapshot(made.course()));
        for (var each : made.answers().entrySet()) {
            String body = each.getValue().draft().body();
            boolean same =
                    Optional.ofNullable(now.answers().get(each.getKey()))
                            .filter(filed -> filed.draft().body().equals(body))
                            .isPresent();
            // Who goes on writing meanwhile hands in what was there at the start.
            if (!same && !job.await(past.holds(each.getKey(), body))) {
                throw wrong("the store has another answer \"" + each.getKey().question() + "\"");
            }
        }
        long written =
                made.answers().values().stream()
                        .filter(each -> !each.draft().body().isBlank())
                        .count();
        if (wanted.written().size() > written) {
            throw wrong("it has answers that the store has not");
        }
    }

    static Optional<Contents> contents(Pdf.Opened opened) {
        byte[] json = opened.files().getOrDefault(HandIn.jsonName(), new byte[0]);
        return Contents.read(new String(json, StandardCharsets.UTF_8));
    }

    private static HandInTrouble wrong(String what) {
        return new HandInTrouble(
                "The hand-in was made, opened again, and is not right: "
                        + what
                        + ". It was thrown away. Your answers are safe: try again, and tell your"
                        + " instructor if it happens twice.");
    }
}
