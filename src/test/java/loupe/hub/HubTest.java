package loupe.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import loupe.checkpoint.CheckpointException;
import loupe.checkpoint.ModelFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The home of the tests:
 *
 * <pre>
 * assets/models/gpt/config.json
 * assets/models/empty/
 * </pre>
 */
class HubTest {
    @TempDir Path home;
    private Path models;

    @BeforeEach
    void twoFolders() throws Exception {
        models = home.resolve("assets/models");
        Files.createDirectories(models.resolve("gpt"));
        Files.createDirectories(models.resolve("empty"));
        Files.writeString(models.resolve("gpt/config.json"), "{\"n_layer\": 2, \"x\": 0.5}");
    }

    @Test
    void aCourseModelIsFoundByItsName() throws Exception {
        ModelFolder folder = find("course/gpt");
        assertEquals(models.resolve("gpt"), folder.path());
        assertEquals(2L, folder.config().get("n_layer"));
        assertEquals(List.of("course/gpt"), new Hub(home, settings()).courseModels());
    }

    @Test
    void aFolderAnywhereIsFoundByItsPath() throws Exception {
        assertEquals(models.resolve("gpt"), find(models.resolve("gpt").toString()).path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"course/nope", "org/name", "gpt2"})
    void aModelThatIsNotHereIsSaidWithThoseThatAre(String id) throws Exception {
        Files.writeString(models.resolve("gpt/model.safetensors"), "");
        assertEquals(
                "The model "
                        + id
                        + " is not on this computer; the models here are: course/gpt."
                        + (id.startsWith("course/") ? "" : " Fetch it first."),
                refusal(id));
    }

    @Test
    void aModelThatPythonHasFetchedIsFound() throws Exception {
        Path repository = home.resolve(".cache/huggingface/hub/models--org--name");
        Path snapshot = repository.resolve("snapshots/abc");
        Files.createDirectories(snapshot);
        Files.createDirectories(repository.resolve("refs"));
        Files.createDirectories(repository.resolve("blobs"));
        Files.writeString(repository.resolve("refs/main"), "abc");
        Files.writeString(repository.resolve("blobs/e1"), "{}");
        Files.writeString(repository.resolve("blobs/e2"), "weights");
        Files.createSymbolicLink(snapshot.resolve("config.json"), Path.of("../../blobs/e1"));
        String partly = "The model org/name is only partly on this computer. Fetch it first.";
        assertEquals(partly, refusal("org/name"));
        Files.createSymbolicLink(snapshot.resolve("model.safetensors"), Path.of("../../blobs/e2"));
        assertEquals(snapshot, find("org/name").path());
        LocalModel model = new Hub(home, settings()).models().get(1);
        assertEquals(new LocalModel("org/name", snapshot, 9, true), model);
    }

    @Test
    void thePlaceOfTheCacheIsWhatPythonTakes() {
        assertEquals(Path.of("/h/hub"), cache("HF_HOME", "/h"));
        assertEquals(Path.of("/c"), cache("HF_HOME", "/h", "HF_HUB_CACHE", "/c"));
        assertEquals(Path.of("/x/huggingface/hub"), cache("XDG_CACHE_HOME", "/x"));
        assertEquals(home.resolve("h/hub"), cache("HF_HOME", "~/h"));
        assertEquals(home.resolve(".cache/huggingface/hub"), cache("HF_HOME", ""));
    }

    private Path cache(String... variables) {
        Map<String, String> all = new java.util.HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            all.put(variables[i], variables[i + 1]);
        }
        return HubSettings.of(all, home).cache();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "course/", "course/..", "a/b/c", "a b", "course/../x", "a\nb", "é"})
    void whatIsNoNameIsRefused(String id) {
        assertEquals(
                "'"
                        + id
                        + "' is not a model: wanted course/NAME, ORG/NAME or the path of a folder.",
                refusal(id));
    }

    @Test
    void everyMissingOrDamagedFileHasItsSentence() throws Exception {
        assertEquals("There is no folder " + home + "/none.", refusal(home + "/none"));
        Path empty = models.resolve("empty");
        assertEquals("config.json is missing in " + empty + ".", refusal("course/empty"));
        Path config = empty.resolve("config.json");
        Files.writeString(config, "");
        assertEquals(config + " is empty.", refusal("course/empty"));
        Files.writeString(config, "{\"n_layer\": 2,\n oops}");
        assertEquals(
                config + " is not a valid JSON object, at line 2 column 3 near 'oops}'.",
                refusal("course/empty"));
        Files.writeString(config, "[1]");
        assertTrue(refusal("course/empty").startsWith(config + " is not a valid JSON object"));
        Files.write(config, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertEquals(config + " cannot be read as text.", refusal("course/empty"));
    }

    @Test
    void weightsAndTokenizerAreMissedWhenTheyAreAskedFor() throws Exception {
        ModelFolder folder = find("course/gpt");
        assertEquals(
                "model.safetensors is missing in " + folder.path() + ".",
                assertThrows(CheckpointException.class, folder::weights).getMessage());
        assertEquals(
                "tokenizer.json is missing in " + folder.path() + ".",
                assertThrows(CheckpointException.class, folder::tokenizerFile).getMessage());
    }

    private HubSettings settings() {
        return HubSettings.of(Map.of(), home);
    }

    private ModelFolder find(String id) throws CheckpointException {
        return new Hub(home, settings()).find(ModelId.parse(id));
    }

    private String refusal(String id) {
        return assertThrows(CheckpointException.class, () -> find(id)).getMessage();
    }
}
