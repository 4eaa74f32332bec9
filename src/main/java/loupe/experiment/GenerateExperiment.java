package loupe.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import loupe.experiment.GenerateRequest.Drawn;
import loupe.experiment.GenerateRequest.Searched;
import loupe.generation.Generation;
import loupe.generation.Sampling;
import loupe.generation.Search;
import loupe.generation.Written;
import loupe.model.Anatomy.Kind;
import loupe.model.ConfigException;
import loupe.model.EncoderDecoder;
import loupe.token.Token;
import loupe.token.Tokenizer;

/** Lets a model write: go on with a text, or put one into other words. */
public final class GenerateExperiment {
    private static final int TOKENS = 40;

    private final Lab lab;

    public GenerateExperiment(Lab lab) {
        this.lab = lab;
    }

    /**
     * For {@link ModelThread} only.
     *
     * @param stopped ends the run with a {@link java.util.concurrent.CancellationException}
     * @return what was written, without the text it began with
     * @throws Advice if the model cannot be opened, or does not write in that manner
     */
    public String run(GenerateRequest request, BooleanSupplier stopped) throws Advice {
        ModelThread.guard();
        return lab.withRoom(() -> attempt(request, stopped));
    }

    private String attempt(GenerateRequest request, BooleanSupplier stopped) throws Advice {
        OpenModel model = lab.open(request.model());
        Kind kind = model.model().anatomy().kind();
        if (kind == Kind.ENCODER) {
            throw new Advice(
                    model.id() + " only reads: choose a model that writes, such as course/gpt.");
        }
        if (request.manner() instanceof Drawn drawn) {
            if (kind != Kind.DECODER) {
                throw new Advice(
                        model.id() + " reads one text and writes another: give it with --encoder.");
            }
            return drawn(model, request, drawn, stopped);
        }
        if (kind != Kind.ENCODER_DECODER) {
            throw new Advice(
                    model.id() + " goes on with the text it reads: give it one with --text.");
        }
        return searched(model, request, (Searched) request.manner(), stopped);
    }

    private static String drawn(
            OpenModel model, GenerateRequest request, Drawn drawn, BooleanSupplier stopped)
            throws Advice {
        Tokenizer tokenizer = model.tokenizer();
        long[] ids = ids(Inputs.fitting(model, tokenizer.encode(request.text())));
        Set<Long> ends = ends(model.writing());
        Sampling sampling =
                new Sampling(
                        drawn.temperature(),
                        drawn.topK(),
                        drawn.topP(),
                        drawn.seed(),
                        request.tokens().orElse(TOKENS),
                        ends);
        Written written = Generation.sample(model.model(), ids, sampling, stopped);
        return text(tokenizer, written, ends);
    }

    private static String searched(
            OpenModel model, GenerateRequest request, Searched searched, BooleanSupplier stopped)
            throws Advice {
        long[] ids = ids(Inputs.fitting(model, model.tokenizer().encode(request.text())));
        Search search = search(model);
        search = searched.beams().map(search::withBeams).orElse(search);
        search = request.tokens().map(count -> count + 1).map(search::withLongest).orElse(search);
        EncoderDecoder both = (EncoderDecoder) model.model();
        List<Written> best = Generation.search(both, ids, search, stopped);
        return text(model.targetTokenizer(), best.get(0), Set.of(search.end(), search.start()))
                .strip();
    }

    private static Search search(OpenModel model) throws Advice {
        try {
            return Search.read(model.id(), model.writing());
        } catch (ConfigException e) {
            throw new Advice(e.getMessage(), e);
        }
    }

    /** One end, a list of them, or none. */
    private static Set<Long> ends(Map<String, Object> writing) {
        Object found = Optional.ofNullable(writing.get("eos_token_id")).orElse(List.of());
        List<?> all = found instanceof List<?> several ? several : List.of(found);
        return all.stream()
                .filter(Number.class::isInstance)
                .map(id -> ((Number) id).longValue())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static long[] ids(List<Token> tokens) {
        return tokens.stream().mapToLong(Token::id).toArray();
    }

    private static String text(Tokenizer tokenizer, Written written, Set<Long> marks) {
        return tokenizer.decode(
                written.ids().stream()
                        .filter(id -> !marks.contains(id))
                        .mapToLong(Long::longValue)
                        .toArray());
    }
}
