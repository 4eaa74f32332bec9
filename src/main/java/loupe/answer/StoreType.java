package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells the type of the file system a folder lies on: {@code ext4}, {@code nfs4}, ... */
@FunctionalInterface
public interface StoreType {

    String NETWORK_TYPES =
            "(nfs|cifs|smb|fuse|sshfs|afs|9p|ncp|dav|lustre|ceph|gpfs|beegfs|gluster).*";

    /** What this computer says. */
    StoreType OF_THIS_COMPUTER = folder -> Files.getFileStore(folder).type();

    String of(Path folder) throws IOException;

    /** Where a folder lies. On another computer SQLite's write-ahead log would corrupt. */
    enum Place {
        HERE,
        NETWORK,
        /** The computer does not say, as in some containers: be careful. */
        UNKNOWN
    }

    default Place place(Path folder) {
        try {
            return of(folder).toLowerCase(Locale.ROOT).matches(NETWORK_TYPES)
                    ? Place.NETWORK
                    : Place.HERE;
        } catch (IOException unknown) {
            System.getLogger(StoreType.class.getName())
                    .log(System.Logger.Level.INFO, "Where is " + folder + "?", unknown);
            return Place.UNKNOWN;
        }
    }
}
