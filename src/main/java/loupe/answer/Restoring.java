package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings answers back from a backup: each that was another one then becomes the answer again, as an
 * event, so that what stood here stays in the history.
 */
final class Restoring {
    private final AnswerPlace place;
    private final SaverDesk desk;

    Restoring(AnswerPlace place, SaverDesk desk) {
        this.place = place;
        this.desk = desk;
    }

    List<Backup> backups() throws AnswerTrouble {
        List<Backup> backups = new ArrayList<>();
        try {
            for (Path each : new Backups(place).all()) {
                try (Connection file = Backups.open(each)) {
                    String count = Connections.word(file, "SELECT count(*) FROM head");
                    backups.add(new Backup(each, Backups.at(each), Integer.parseInt(count)));
                } catch (SQLException | NumberFormatException damaged) {
                    System.getLogger(Restoring.class.getName())
                            .log(System.Logger.Level.INFO, each + " is no backup", damaged);
                }
            }
        } catch (IOException e) {
            throw Connections.trouble(place.file(), e);
        }
        return backups;
    }

    /** Returns the answers that are others now. */
    List<QuestionKey> from(Path backup) throws AnswerTrouble {
        if (!Files.isRegularFile(backup) || !Backups.isGood(backup)) {
            throw new AnswerTrouble(
                    backup
                            + " is no backup that can be trusted: it is not there, or damaged."
                            + " Your answers are as they were. Choose another backup.",
                    null);
        }
        try (Connection file = Backups.open(backup)) {
            Rows rows = new Rows(file, "");
            List<QuestionKey> restored = new ArrayList<>();
            takeViewsAndPrompts(file);
            for (String course : new Overview(file).courses()) {
                for (Event each : rows.heads(course)) {
                    if (restore(each)) {
                        restored.add(each.key());
                    }
                }
            }
            return restored;
        } catch (SQLException e) {
            throw Connections.trouble(backup, e);
        }
    }

    private void takeViewsAndPrompts(Connection file) throws AnswerTrouble {
        Salvage salvage = new Salvage();
        salvage.take(file);
        desk.store()
                .write(
                        all -> {
                            salvage.referencesInto(all.shelf());
                            return null;
                        });
    }

    private boolean restore(Event then) throws AnswerTrouble {
        List<Draft> now = desk.store().read(all -> all.rows().head(then.key()));
        Draft draft = then.draft();
        if (!now.isEmpty() && now.get(0).body().equals(draft.body())) {
            return false;
        }
        desk.put(
                then.key(),
                EventKind.RESTORE,
                draft.body(),
                new Wording(draft.promptSha256(), ""),
                draft.lessonVersion());
        return true;
    }
}
