package loupe.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loupe.checkpoint.ModelFolder;
import loupe.checkpoint.WeightFile;
import loupe.model.Gpt2;
import loupe.model.Gpt2Config;
import loupe.tensor.Torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The model that ships is what its card says. */
class ShippedModelTest {

    private static final Path HOME = Path.of(System.getProperty("loupe.home"));
    private static final Path FOLDER = HOME.resolve("assets/models/gpt");
    private static final Pattern HEAD =
            Pattern.compile(
                    "\\| (\\d+) \\| (\\d+) \\| (0\\.\\d+) \\| (0\\.\\d+) \\| (0\\.\\d+) \\| (0\\.\\d+) \\|");
    private static final Pattern QUALITY =
            Pattern.compile("\\| this model \\| (\\d\\.\\d+) \\| (\\d\\.\\d+) \\|");

    private static String card;
    private static Bpe bpe;
    private static Texts texts;

    @BeforeAll
    static void readCardAndText() throws Exception {
        card = Files.readString(FOLDER.resolve("README.md"), UTF_8);
        Corpus corpus = Corpus.read(HOME.resolve("../shared/corpus"));
        List<String> learnt = corpus.books().stream().map(Book::start).toList();
        bpe = BpeLearner.learn(learnt, Shape.course().vocabulary());
        texts = Texts.of(corpus, bpe, Shape.course().context());
    }

    @Test
    void itsTokenizerIsTheOneThatTheTrainerLearnsFromTheBooks() throws Exception {
        assertEquals(
                TokenizerFiles.tokenizer(bpe),
                Files.readString(FOLDER.resolve("tokenizer.json"), UTF_8));
    }

    @Test
    void itsConfigurationIsThatOfTheCourseModel() throws Exception {
        assertEquals(
                ConfigFile.of(Shape.course()),
                Files.readString(FOLDER.resolve("config.json"), UTF_8));
    }

    @Test
    void itsHeadsLookWhereTheCardSaysAndTwoOfThemAreWorthALesson() throws Exception {
        List<HeadBehaviour> heads =
                ask((model, scope) -> new HeadStudy(model, scope).measure(texts.heldOut()));
        Matcher row = HEAD.matcher(card);
        for (HeadBehaviour head : heads) {
            assertTrue(row.find(), "no row for " + head);
            String name = "layer " + head.layer() + ", head " + head.head();
            assertEquals(head.layer(), Integer.parseInt(row.group(1)));
            assertEquals(head.head(), Integer.parseInt(row.group(2)));
            assertEquals(head.previous(), Double.parseDouble(row.group(3)), 0.006, name);
            assertEquals(head.same(), Double.parseDouble(row.group(4)), 0.006, name);
            assertEquals(head.first(), Double.parseDouble(row.group(5)), 0.006, name);
            assertEquals(head.induction(), Double.parseDouble(row.group(6)), 0.006, name);
        }
        assertTrue(
                heads.stream().anyMatch(head -> head.previous() >= 0.5), "a previous-token head");
        assertTrue(heads.stream().anyMatch(head -> head.induction() >= 0.5), "an induction head");
    }

    @Test
    void itTellsHeldOutTextAsWellAsTheCardSaysAndBetterThanCountingPairs() throws Exception {
        double loss = ask((model, scope) -> new HeldOut(model, scope).loss(texts.heldOut()));
        Matcher row = QUALITY.matcher(card);
        assertTrue(row.find());
        assertEquals(loss, Double.parseDouble(row.group(1)), 0.002);
        double bits = loss / Math.log(2) * texts.heldOut().length / texts.heldOutBytes();
        assertEquals(bits, Double.parseDouble(row.group(2)), 0.002);
        double pairs = new Baseline(texts.learnt(), bpe.size()).bigramLoss(texts.heldOut());
        assertTrue(loss < pairs - 0.2, loss + " against " + pairs);
    }

    @Test
    void itIsSmallEnoughToShip() throws Exception {
        assertTrue(Files.size(FOLDER.resolve("model.safetensors")) < 4_000_000);
    }

    private interface Question<T> {
        T ask(Gpt2 model, NDManager scope);
    }

    private static <T> T ask(Question<T> question) throws Exception {
        ModelFolder folder = ModelFolder.open(FOLDER);
        try (NDManager scope = Torch.scope();
                WeightFile file = folder.weights()) {
            Gpt2Config config = Gpt2Config.read("config.json", folder.config());
            return question.ask(new Gpt2(config, file.weights(scope)), scope);
        }
    }
}
