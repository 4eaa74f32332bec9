package loupe.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import loupe.tensor.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PyTorch files with any byte wrong: a sentence or numbers, never anything else. */
class DamagedFilesTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("loupe.home")).resolve("../shared/golden");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "malformed/valid/v13-shared-storage.bin",
                "malformed/valid/v17-good-legacy.bin",
                "malformed/valid/v15-empty-and-scalar.bin"
            })
    void anyDamageIsASentenceOrNumbers(String file) throws Exception {
        byte[] whole = Files.readAllBytes(GOLDEN.resolve(file));
        Random random = new Random(7);
        Path damaged = folder.resolve("pytorch_model.bin");
        for (int i = 0; i < 1500; i++) {
            byte[] bytes = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = i % 4 == 0 ? random.nextInt(bytes.length) : bytes.length;
            Files.write(damaged, Arrays.copyOf(bytes, length));
            read(damaged);
        }
    }

    private static void read(Path file) {
        try (PytorchFile open = PytorchFile.open(file);
                NDManager scope = Torch.scope()) {
            open.copies(scope);
        } catch (CheckpointException e) {
            assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
        }
    }

    @Test
    void aTextThatClaimsGigabytesIsRefusedBeforeAnythingIsAllocated() throws Exception {
        assertEquals(
                "archive/data.pkl ends in the middle; the download may be cut short.",
                refusal("\u0080\u0002X\u00ff\u00ff\u00ff\u007fab."));
        assertEquals(
                "archive/data.pkl ends in the middle; the download may be cut short.",
                refusal("\u0080\u0002T\u00ff\u00ff\u00ff\u00ffab."));
    }

    @Test
    void instructionsThatWeightsDoNotNeedAreRefused() throws Exception {
        // INST would call a class, POP and DUP build what weights never are
        assertEquals(
                "archive/data.pkl: instruction 105 at byte 3 is none that weights need.",
                refusal("\u0080\u0002(ios\nsystem\n."));
        assertEquals(
                "archive/data.pkl: instruction 50 at byte 3 is none that weights need.",
                refusal("\u0080\u0002]2."));
    }

    @Test
    void aListAsAKeyIsRefusedSinceItsHashMayNeverEnd() throws Exception {
        assertEquals(
                "archive/data.pkl: the key of a dictionary is neither text nor number.",
                refusal("\u0080\u0002}]q\u0000h\u0000aNs."));
    }

    @Test
    void aQuantiserOrStorageIsNeverCalled() throws Exception {
        assertEquals(
                "archive/data.pkl, byte 23: a storage cannot be called.",
                refusal("\u0080\u0002ctorch\nFloatStorage\n)R."));
    }

    private String refusal(String pickle) throws Exception {
        Path file = folder.resolve("pytorch_model.bin");
        Files.write(file, zip("archive/data.pkl", pickle.getBytes(StandardCharsets.ISO_8859_1)));
        String sentence =
                assertThrows(CheckpointException.class, () -> PytorchFile.open(file)).getMessage();
        assertTrue(sentence.startsWith(file + ": "), sentence);
        return sentence.substring((file + ": ").length());
    }

    private static byte[] zip(String name, byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(name);
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
