package loupe.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import loupe.model.Anatomy;
import loupe.model.Bart;
import loupe.model.Batch;
import loupe.model.Limits;
import loupe.token.Token;

/**
 * What a model reads, checked against what it can take.
 *
 * @param tokens with their types; for ids, tokens whose text is the id
 * @param typed whether the model is told the types
 * @param written the same for the decoder of a model that has one
 */
record Inputs(List<Token> tokens, boolean typed, Optional<List<Token>> written) {

    /**
     * @throws Advice if that model cannot take it
     */
    static Inputs of(OpenModel model, Given given) throws Advice {
        Inputs inputs;
        if (given instanceof Given.Text text) {
            inputs = ofText(model, text);
        } else if (given instanceof Given.TwoTexts texts) {
            inputs = ofTexts(model, texts);
        } else {
            inputs = ofIds(model, (Given.Ids) given);
        }
        fitting(model, inputs.tokens);
        if (inputs.written.isPresent()) {
            fitting(model, inputs.written.get());
        }
        return inputs;
    }

    Batch batch(NDManager run) {
        Batch batch = Batch.of(numbers(run, tokens, Token::id)); // (1, T)
        batch = typed ? batch.withTypes(numbers(run, tokens, Token::type)) : batch;
        return written.isPresent()
                ? batch.withDecoder(Batch.of(numbers(run, written.get(), Token::id)))
                : batch;
    }

    private static NDArray numbers(
            NDManager run, List<Token> tokens, ToLongFunction<Token> number) {
        return run.create(tokens.stream().mapToLong(number).toArray()).expandDims(0);
    }

    private static Inputs ofText(OpenModel model, Given.Text given) throws Advice {
        if (mustBeToldWhatToWrite(model)) {
            throw new Advice(
                    model.id()
                            + " reads one text and writes another: give both, with --encoder and"
                            + " --decoder.");
        }
        List<Token> tokens =
                given.pair().isPresent()
                        ? model.tokenizer().encode(given.text(), given.pair().get())
                        : model.tokenizer().encode(given.text());
        Anatomy anatomy = model.model().anatomy();
        boolean typed = anatomy.kind() == Anatomy.Kind.ENCODER && anatomy.limits().types() > 0;
        return new Inputs(tokens, typed, Optional.empty());
    }

    private static Inputs ofTexts(OpenModel model, Given.TwoTexts given) throws Advice {
        if (!writes(model)) {
            throw new Advice(model.id() + " has no decoder: give it one text, with --text.");
        }
        return new Inputs(
                model.tokenizer().encode(given.encoder()),
                false,
                Optional.of(model.targetTokenizer().encode(given.decoder())));
    }

    private static Inputs ofIds(OpenModel model, Given.Ids given) throws Advice {
        if (mustBeToldWhatToWrite(model) && given.decoder().isEmpty()) {
            throw new Advice(
                    model.id() + " has a decoder, which needs ids too: give --decoder-ids.");
        }
        if (!writes(model) && !given.decoder().isEmpty()) {
            throw new Advice(model.id() + " has no decoder: leave --decoder-ids away.");
        }
        boolean typed = !given.types().isEmpty();
        if (typed && given.types().size() != given.ids().size()) {
            throw new Advice(
                    "There are %d ids and %d types: give one type for each id."
                            .formatted(given.ids().size(), given.types().size()));
        }
        List<Long> types = typed ? given.types() : given.ids().stream().map(id -> 0L).toList();
        checkTypes(model, types, typed);
        List<Long> nothing = given.decoder().stream().map(id -> 0L).toList();
        return new Inputs(
                numbered(model, given.ids(), types),
                typed,
                given.decoder().isEmpty()
                        ? Optional.empty()
                        : Optional.of(numbered(model, given.decoder(), nothing)));
    }

    private static void checkTypes(OpenModel model, List<Long> types, boolean typed) throws Advice {
        int most = model.model().anatomy().limits().types();
        if (typed && most == 0) {
            throw new Advice(model.id() + " is told no token types: leave --type-ids away.");
        }
        for (long type : typed ? types : List.<Long>of()) {
            if (type < 0 || type >= most) {
                throw new Advice(
                        "%s has no token type %d: it has 0 to %d."
                                .formatted(model.id(), type, most - 1));
            }
        }
    }

    private static List<Token> numbered(OpenModel model, List<Long> ids, List<Long> types)
            throws Advice {
        int vocabulary = model.model().anatomy().limits().vocabulary();
        for (long id : ids) {
            if (id < 0 || id >= vocabulary) {
                throw new Advice(
                        "%s has no token %d: it has 0 to %d."
                                .formatted(model.id(), id, vocabulary - 1));
            }
        }
        return IntStream.range(0, ids.size())
                .mapToObj(i -> token(ids.get(i), types.get(i).intValue()))
                .toList();
    }

    private static Token token(long id, int type) {
        return new Token(id, Long.toString(id), 0, 0, false, 1, 1, 0, type, false);
    }

    /** BART alone writes what it reads when it is told nothing else. */
    private static boolean mustBeToldWhatToWrite(OpenModel model) {
        return writes(model) && !(model.model() instanceof Bart);
    }

    private static boolean writes(OpenModel model) {
        return model.model().anatomy().kind() == Anatomy.Kind.ENCODER_DECODER;
    }

    /**
     * @throws Advice if there is no token, there are too many, or some that the model does not know
     */
    static List<Token> fitting(OpenModel model, List<Token> tokens) throws Advice {
        if (tokens.isEmpty()) {
            throw new Advice(
                    "%s finds no token in this text: write a few words.".formatted(model.id()));
        }
        Limits limits = model.model().anatomy().limits();
        if (tokens.size() > limits.context()) {
            throw new Advice(
                    "The text has %d tokens and %s reads at most %d: shorten it."
                            .formatted(tokens.size(), model.id(), limits.context()));
        }
        if (tokens.stream().anyMatch(token -> token.id() >= limits.vocabulary())) {
            throw new Advice(
                    ("The tokenizer of %s knows tokens that the model does not (it has %d): one of"
                                    + " the two files is from another model.")
                            .formatted(model.id(), limits.vocabulary()));
        }
        return tokens;
    }
}
