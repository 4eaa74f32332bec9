package loupe.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import loupe.vocabulary.Bpe;
import loupe.vocabulary.BpeFiles;
import org.junit.jupiter.api.Test;

/** The GPT that ships is the one that the trainer makes without being told otherwise. */
class ShippedModelTest {

    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final Path FOLDER = HOME.resolve("assets/models/gpt");

    @Test
    void itsTokenizerIsTheOneThatTheTrainerLearnsFromBooksAndSentences() throws Exception {
        Plan plan = new Plan(Shape.course(), Recipe.course(), GptTask.BUDGET, 1);
        Corpus corpus = Corpus.read(HOME.resolve("../shared/corpus"));
        Bpe bpe = GptTask.bpe(corpus, GptTask.sentences(plan), plan.shape().vocabulary());
        assertEquals(
                BpeFiles.tokenizer(bpe), Files.readString(FOLDER.resolve("tokenizer.json"), UTF_8));
    }

    @Test
    void itsConfigurationIsThatOfTheCourseModel() throws Exception {
        assertEquals(
                ConfigFile.of(Shape.course()),
                Files.readString(FOLDER.resolve("config.json"), UTF_8));
    }
}
