package loupe.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells the type of the file system a folder lies on: {@code ext4}, {@code nfs4}, ... */
@FunctionalInterface
public interface StoreType {

    /** What this computer says. */
    StoreType OF_THIS_COMPUTER = folder -> Files.getFileStore(folder).type();

    String of(Path folder) throws IOException;

    /**
     * Whether the folder lies on another computer, where SQLite's write-ahead log would corrupt.
     */
    default boolean isNetwork(Path folder) throws IOException {
        String type = of(folder).toLowerCase(Locale.ROOT);
        return type.matches(
                "(nfs|cifs|smb|fuse|sshfs|afs|9p|ncp|dav|lustre|ceph|gpfs|beegfs|gluster).*");
    }
}
