package loupe.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import loupe.sentences.german.PairGrammar;
import loupe.sentences.german.SentencePair;
import org.junit.jupiter.api.Test;

class TranslatorExaminerTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("loupe.home")).resolve("assets/models/translator");

    @Test
    void thePairsAreHeldOutAndAllDifferent() {
        List<SentencePair> pairs = TranslatorExaminer.pairs();
        assertTrue(pairs.stream().allMatch(pair -> PairGrammar.isHeldOut(pair.filling())));
        int texts =
                pairs.stream().map(SentencePair::englishText).collect(Collectors.toSet()).size();
        assertEquals(pairs.size(), texts);
        assertTrue(texts >= 300);
    }

    @Test
    void alignmentIsMeasuredForEveryHeadOfTheCrossAttention() throws Exception {
        try (Subject subject = Subject.open(FOLDER)) {
            List<AlignedHead> heads =
                    new WordAlignment(subject).measure(TranslatorExaminer.pairs().subList(0, 20));
            assertEquals(12, heads.size());
            AlignedHead best =
                    heads.stream().max(Comparator.comparingDouble(AlignedHead::best)).orElseThrow();
            assertTrue(best.best() > 0.7, best::row);
            // a head that looks at what is being translated has left it one step later
            assertTrue(Math.min(best.writing(), best.written()) < 0.4, best::row);
        }
    }
}
