package loupe.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Brings the files of a course into an empty folder, and only what may come. */
final class Arrival {
    private static final int PIECE = 1 << 16;

    private final Path target;
    private final AddProgress progress;
    private final Limits limits = new Limits();

    Arrival(Path target, AddProgress progress) {
        this.target = target;
        this.progress = progress;
    }

    /** From a ZIP file. */
    void unpack(Path zip) throws IOException, CourseTrouble {
        if (Files.size(zip) > Limits.LARGEST_ARCHIVE) {
            throw new CourseTrouble(
                    "The course was not installed: " + zip + " is larger than 100 MB.");
        }
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (ZipLinks.areIn(zip)) {
                throw links();
            }
            Enumeration<? extends ZipEntry> entries = file.entries();
            for (long done = 0; entries.hasMoreElements(); done++) {
                ZipEntry entry = entries.nextElement();
                limits.name(entry.getName());
                progress.standing("unpacking", done, file.size());
                if (!entry.isDirectory()) {
                    try (InputStream from = file.getInputStream(entry)) {
                        CheckedInputStream sum = new CheckedInputStream(from, new CRC32());
                        copy(sum, entry.getName(), Math.max(1, entry.getCompressedSize()));
                        if (sum.getChecksum().getValue() != entry.getCrc()) {
                            throw new ZipException(entry.getName() + " is damaged");
                        }
                    }
                }
            }
        } catch (ZipException e) {
            throw new CourseTrouble(
                    zip
                            + " is no ZIP file, or a damaged one. Get it again, or name a course's"
                            + " folder.",
                    e);
        }
    }

    /** From a folder; links in it are refused, what is hidden stays where it is. */
    void copy(Path folder) throws IOException, CourseTrouble {
        Path root = folder.toRealPath();
        try {
            Files.walkFileTree(
                    root,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path at, BasicFileAttributes attributes) {
                            return isHidden(at) && !at.equals(root)
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            if (!isHidden(file)) {
                                carry(root, file, attributes);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (Refusal e) {
            throw e.trouble;
        }
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private void carry(Path root, Path file, BasicFileAttributes attributes) throws IOException {
        try {
            if (!attributes.isRegularFile()) {
                throw links();
            }
            String name = root.relativize(file).toString().replace('\\', '/');
            limits.name(name);
            progress.standing("copying", 0, 0);
            try (InputStream from = Files.newInputStream(file)) {
                copy(from, name, 0);
            }
        } catch (CourseTrouble e) {
            throw new Refusal(e);
        }
    }

    private static CourseTrouble links() {
        return new CourseTrouble(
                "The course was not installed: it holds a link, which can lead anywhere. Ask its"
                        + " author for one with files only.");
    }

    private void copy(InputStream from, String name, long packed)
            throws IOException, CourseTrouble {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target) || file.equals(target)) {
            throw new CourseTrouble("The course was not installed: a file in it leads out of it.");
        }
        Files.createDirectories(file.getParent());
        byte[] piece = new byte[PIECE];
        long so = 0;
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                if (progress.isStopped()) {
                    throw new CourseTrouble("Stopped. Nothing was installed.");
                }
                so += read;
                limits.count(name, so, read, packed);
                to.write(piece, 0, read);
            }
        }
    }

    /** Carries a trouble out of the walk through a folder. */
    private static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient CourseTrouble trouble;

        Refusal(CourseTrouble trouble) {
            super(trouble);
            this.trouble = trouble;
        }
    }
}
