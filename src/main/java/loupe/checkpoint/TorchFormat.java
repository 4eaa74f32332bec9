package loupe.checkpoint;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** A container of PyTorch: the object that was saved, and where its storages lie. */
interface TorchFormat {
    /** The object at the top. */
    Object top();

    /** The order of the bytes of its numbers. */
    ByteOrder order();

    /**
     * Where in the file the storage begins.
     *
     * @param tensor what a message calls the tensor that wants it
     * @throws CheckpointException if it is not there or has another size
     */
    long find(PickledStorage storage, String tensor) throws CheckpointException;

    /** Opens one of the two containers that {@code torch.save} has written. */
    static TorchFormat read(String file, FileChannel channel)
            throws IOException, CheckpointException {
        byte[] start = FileBytes.read(channel, 0, OtherKinds.START).array();
        String text = new String(start, StandardCharsets.ISO_8859_1);
        OtherKinds.refuse(file, text, "a PyTorch file");
        if (text.startsWith("PK")) {
            return TorchZip.read(file, channel);
        }
        if (text.length() > 8 && text.charAt(8) == '{') {
            throw new CheckpointException(
                    file + " is a safetensors file under another name: call it model.safetensors.");
        }
        if (!text.startsWith("\u0080")) {
            throw new CheckpointException(file + " is not a PyTorch file.");
        }
        return TorchLegacy.read(file, channel);
    }
}
