package loupe.lesson;

import java.util.List;

/**
 * A question of a lesson, in one of its four types. What all have in common is its {@link Stem};
 * what an answer looks like, as a text, is said by each. Answers are never right or wrong before
 * somebody asks: an answer that cannot be read is kept like every other.
 */
public sealed interface Question permits Writeup, Choice, Numeric, Task {

    Stem stem();

    /** The word a person reads. */
    String label();

    /** The word in the lesson's file. */
    String block();

    /** What a button says that leads to the answer. */
    String invitation();

    default String id() {
        return stem().id();
    }

    /** The prompt as the author wrote it, Markdown, without hints and without what is secret. */
    default String prompt() {
        return stem().prompt();
    }

    /** The prompt as the page shows it. */
    default String promptHtml() {
        return stem().promptHtml();
    }

    default int points() {
        return stem().points();
    }

    /** The id it had before, empty if it never had another. */
    default String was() {
        return stem().was();
    }

    /** The hints in their order, as HTML. */
    default List<String> hints() {
        return stem().hints();
    }

    default List<Reference> references() {
        return stem().references();
    }

    /** What marks are given for, where students may know. */
    default List<Criterion> rubric() {
        return stem().rubric();
    }

    /** SHA-256 of the prompt as the author wrote it, 64 hexadecimal digits. */
    default String promptSha256() {
        return Sha256.of(stem().prompt());
    }
}
