package loupe.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import loupe.training.Book;
import loupe.training.Corpus;

/** The texts that the models learnt from, each in two parts: what was learnt and what was not. */
record Books(List<String> learnt, List<String> heldOut) {

    static Books of(Corpus corpus) {
        return new Books(
                corpus.books().stream().map(Book::start).toList(),
                corpus.books().stream().map(Book::end).toList());
    }

    long heldOutBytes() {
        return heldOut.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
