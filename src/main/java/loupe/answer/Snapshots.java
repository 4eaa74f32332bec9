package loupe.answer;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Takes snapshots of the record, and records that one was handed in. */
final class Snapshots {
    private Snapshots() {}

    static Snapshot of(Tables all, String course) throws SQLException {
        Snapshot texts = texts(all, course);
        Map<String, Evidence> views = new HashMap<>();
        for (Filed each : texts.answers().values()) {
            for (String name : Evidence.namedIn(each.draft().body())) {
                Optional<Evidence> view = all.shelf().evidence(name);
                view.ifPresent(found -> views.put(name, found));
            }
        }
        return new Snapshot(course, texts.answers(), all.overview().handedIn(course), views);
    }

    /** The answers alone, without the views they name. */
    static Snapshot texts(Tables all, String course) throws SQLException {
        Map<QuestionKey, Filed> answers = new HashMap<>();
        Map<String, String> prompts = all.shelf().prompts();
        for (Event each : all.rows().heads(course)) {
            String prompt = prompts.getOrDefault(each.draft().promptSha256(), "");
            answers.put(each.key(), new Filed(each.key(), each.draft(), prompt));
        }
        return new Snapshot(course, answers, Map.of(), Map.of());
    }

    static void handedIn(Tables all, HandedIn done, Snapshot answers) throws SQLException {
        all.shelf().add(done);
        for (Filed each : answers.answers().values()) {
            Draft draft = each.draft();
            all.ledger()
                    .note(
                            new Entry(
                                    each.key(),
                                    EventKind.HAND_IN,
                                    draft.body(),
                                    new Wording(draft.promptSha256(), ""),
                                    draft.lessonVersion(),
                                    draft.revision()));
        }
    }
}
