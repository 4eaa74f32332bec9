package loupe.checkpoint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is commonly saved under the name of a weights file, each with a sentence of its own. */
final class OtherKinds {
    /** How many bytes of the file's start are enough to know it by. */
    static final int START = 256;

    private static final Pattern LFS_SIZE = Pattern.compile("\\nsize (\\d{1,18})");

    private OtherKinds() {}

    /**
     * @param wanted what the file should be, with its article
     */
    static void refuse(String file, String start, String wanted) throws CheckpointException {
        if (start.startsWith("version https://git-lfs")) {
            Matcher size = LFS_SIZE.matcher(start);
            throw new CheckpointException(
                    file
                            + " is a Git LFS pointer, not the weights: fetch the real file"
                            + (size.find() ? " of " + size.group(1) + " bytes." : "."));
        }
        if (start.stripLeading().startsWith("<")) {
            throw new CheckpointException(
                    file + " is not " + wanted + " but an HTML page: fetch it again.");
        }
        if (start.length() > 4 && start.startsWith("HDF\r\n", 1)) {
            throw new CheckpointException(
                    file + " is not " + wanted + " but an HDF5 file, as TensorFlow writes them.");
        }
    }
}
