package loupe.handin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import loupe.answer.Filed;
import loupe.answer.HandedIn;
import loupe.answer.Snapshot;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Numeric;
import loupe.lesson.Question;
import loupe.lesson.Sha256;
import loupe.lesson.Words;
import loupe.lesson.Writeup;

/**
 * What a hand-in would hold: every question of the course in its order, with what is to be said of
 * its answer, the Java that was changed, the answers whose question is gone, and the hand-ins
 * before, the last one first.
 */
public record Preview(List<Item> items, List<Filed> code, List<Filed> gone, List<HandedIn> before) {
    public Preview {
        items = List.copyOf(items);
        code = List.copyOf(code);
        gone = List.copyOf(gone);
        before = List.copyOf(before);
    }

    /** How full an answer is. Nothing of it blocks a hand-in. */
    public enum Fill {
        EMPTY,
        UNREADABLE,
        TOO_SHORT,
        TOO_LONG,
        FINE
    }

    /**
     * One question.
     *
     * @param words of the answer to a writeup, otherwise 0
     * @param changed whether it is another answer than the one handed in last; false before any
     *     hand-in
     * @param promptEdited whether the question was edited after the answer was written
     */
    public record Item(
            Lesson lesson,
            Question question,
            Fill fill,
            int words,
            boolean changed,
            boolean promptEdited) {
        public Item {
            Objects.requireNonNull(lesson);
            Objects.requireNonNull(question);
            Objects.requireNonNull(fill);
        }
    }

    static Preview of(Course course, Snapshot all, List<HandedIn> before) {
        List<Item> items = new ArrayList<>();
        for (Lesson lesson : course.lessons()) {
            for (Question question : lesson.questions()) {
                items.add(item(lesson, question, all, !before.isEmpty()));
            }
        }
        return new Preview(items, all.changedCode(course), all.gone(course), before);
    }

    private static Item item(Lesson lesson, Question question, Snapshot all, boolean again) {
        Optional<Filed> filed = all.answer(lesson, question);
        String body = filed.map(each -> each.draft().body()).orElse("");
        String last = filed.map(each -> all.handedIn().getOrDefault(each.key(), "")).orElse("");
        boolean same = last.isEmpty() ? body.isBlank() : last.equals(Sha256.of(body));
        boolean edited =
                !body.isBlank()
                        && filed.filter(
                                        each ->
                                                each.draft()
                                                        .promptSha256()
                                                        .equals(question.promptSha256()))
                                .isEmpty();
        int words = question instanceof Writeup ? Words.count(body) : 0;
        return new Item(
                lesson, question, fill(question, body, words), words, again && !same, edited);
    }

    private static Fill fill(Question question, String body, int words) {
        if (body.isBlank()) {
            return Fill.EMPTY;
        }
        if (question instanceof Numeric numeric && numeric.read(body).isEmpty()) {
            return Fill.UNREADABLE;
        }
        if (question instanceof Writeup writeup) {
            if (words < writeup.words().least()) {
                return Fill.TOO_SHORT;
            }
            if (writeup.words().most() > 0 && words > writeup.words().most()) {
                return Fill.TOO_LONG;
            }
        }
        return Fill.FINE;
    }
}
