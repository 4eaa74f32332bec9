package loupe.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file opened and read by the rules of its format; closed again where it breaks them. */
interface Opened<T> {

    /** What the format makes of the file, which stays open. */
    T read(FileChannel channel) throws IOException, CheckpointException;

    /**
     * @throws CheckpointException if it is no file, cannot be read or breaks its format
     */
    static <T> T open(Path path, Opened<T> format) throws CheckpointException {
        if (!Files.isRegularFile(path)) {
            throw new CheckpointException(path + " is not a file.");
        }
        try {
            FileChannel channel = FileChannel.open(path);
            try {
                return format.read(channel);
            } catch (IOException | CheckpointException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CheckpointException(path + " cannot be read.", e);
        }
    }
}
