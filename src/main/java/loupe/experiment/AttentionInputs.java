package loupe.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import loupe.checkpoint.CheckpointException;
import loupe.generation.Generation;
import loupe.generation.Search;
import loupe.model.Anatomy;
import loupe.model.ConfigException;
import loupe.model.EncoderDecoder;
import loupe.model.Limits;
import loupe.token.Token;

/**
 * Turns what was asked for into what a model is given. A decoder is given its start token and then
 * the text without its end: at each place it says what comes next, so the end is never read.
 */
final class AttentionInputs {

    /** A target that nobody gave is at most so many times as long as the text, and some more. */
    private static final int TIMES = 2;

    private static final int MORE = 16;

    private AttentionInputs() {}

    /**
     * @throws Advice if that model cannot take it
     */
    static Inputs of(OpenModel model, AttentionRequest request, Cancellation cancellation)
            throws Advice {
        Anatomy.Kind kind = model.model().anatomy().kind();
        if (request.pair().isPresent() && kind != Anatomy.Kind.ENCODER) {
            throw new Advice(
                    model.id() + " reads one text at a time: leave the second sentence empty.");
        }
        List<Token> tokens =
                request.pair().isPresent()
                        ? model.tokenizer().encode(request.text(), request.pair().get())
                        : model.tokenizer().encode(request.text());
        Inputs.fitting(model, tokens);
        if (kind == Anatomy.Kind.ENCODER_DECODER) {
            List<Token> written = written(model, tokens, request.target(), cancellation);
            return new Inputs(tokens, false, Optional.of(Inputs.fitting(model, written)));
        }
        if (request.target().isPresent()) {
            throw new Advice(model.id() + " has no decoder: leave the target empty.");
        }
        boolean typed =
                kind == Anatomy.Kind.ENCODER && model.model().anatomy().limits().types() > 0;
        return new Inputs(tokens, typed, Optional.empty());
    }

    private static List<Token> written(
            OpenModel model, List<Token> tokens, Optional<String> target, Cancellation cancellation)
            throws Advice {
        Search search = search(model);
        List<Token> all = new ArrayList<>();
        all.add(mark(model, search.start()));
        all.addAll(
                target.isPresent()
                        ? model.targetTokenizer().encode(target.get())
                        : search(model, tokens, search, cancellation));
        if (all.size() > 1 && all.get(all.size() - 1).id() == search.end()) {
            all.remove(all.size() - 1);
        }
        return all;
    }

    private static Search search(OpenModel model) throws Advice {
        try {
            return model.search();
        } catch (CheckpointException | ConfigException e) {
            throw new Advice(e.getMessage(), e);
        }
    }

    /** What the model writes itself, as its configuration says that it shall be looked for. */
    private static List<Token> search(
            OpenModel model, List<Token> tokens, Search search, Cancellation cancellation)
            throws Advice {
        Limits limits = model.model().anatomy().limits();
        long longest =
                LongStream.of(search.longest(), TIMES * tokens.size() + MORE, limits.context())
                        .min()
                        .orElseThrow();
        long[] ids = tokens.stream().mapToLong(Token::id).toArray();
        List<Long> written =
                Generation.search(
                                (EncoderDecoder) model.model(),
                                ids,
                                search.withLongest(Math.max(2, (int) longest)),
                                cancellation::isWished)
                        .get(0)
                        .ids();
        return tokens(model, written);
    }

    /** The text of those ids read again, where that leads to them; else each by itself. */
    private static List<Token> tokens(OpenModel model, List<Long> ids) throws Advice {
        String text =
                model.targetTokenizer().decode(ids.stream().mapToLong(Long::longValue).toArray());
        List<Token> read = text.isBlank() ? List.of() : model.targetTokenizer().encode(text);
        if (read.stream().map(Token::id).toList().equals(ids)) {
            return read;
        }
        List<Token> each = new ArrayList<>();
        int at = 0;
        for (long id : ids) {
            String own = model.targetTokenizer().decode(id);
            boolean special = own.isEmpty();
            String shown = special ? "<" + id + ">" : own;
            each.add(new Token(id, shown, at, at + own.length(), special, 1, 1, 0, 0, false));
            at += own.length();
        }
        return each;
    }

    private static Token mark(OpenModel model, long id) throws Advice {
        String name = model.targetTokenizer().decode(id);
        String shown = Stream.of(name, "<start>").filter(each -> !each.isBlank()).findFirst().get();
        return new Token(id, shown, 0, 0, true, 1, 1, 0, 0, false);
    }
}
