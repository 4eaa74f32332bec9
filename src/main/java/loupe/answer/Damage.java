package loupe.answer;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Damage that SQLite itself does not see, said in its words. */
final class Damage {
    private Damage() {}

    static SQLException found(String what) {
        return new SQLiteException("damaged: " + what, SQLiteErrorCode.SQLITE_CORRUPT);
    }
}
