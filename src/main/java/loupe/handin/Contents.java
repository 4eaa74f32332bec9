package loupe.handin;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import loupe.answer.Evidence;
import loupe.answer.Filed;
import loupe.answer.Profile;
import loupe.answer.Snapshot;
import loupe.lesson.Course;
import loupe.lesson.Lesson;
import loupe.lesson.Question;
import loupe.lesson.Sha256;

/**
 * What is handed in, as the JSON has it: the course, the person, the answer to every question in
 * the course's order (an empty body where there is none), the Java that was changed, the answers
 * whose question is gone, and the attached views by name.
 *
 * @param format always {@link #FORMAT}
 * @param at when, as ISO 8601
 */
record Contents(
        String format,
        int version,
        CourseLine course,
        Person person,
        String at,
        List<Answer> answers,
        List<View> views) {

    static final String FORMAT = "loupe-hand-in";
    private static final String CODE = "cell";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    record CourseLine(String id, String title, String version) {}

    record Person(String name, String studentId) {}

    /** A view that answers name; its picture, state and numbers are files of their own. */
    record View(String sha256, String state, String csv) {}

    /**
     * One answer. {@code asked} is false where the course no longer asks the question; {@code
     * promptSha256} is of the prompt it was written for, {@code prompt} that prompt's text.
     */
    record Answer(
            String lesson,
            String question,
            String type,
            int points,
            boolean asked,
            String prompt,
            String promptSha256,
            boolean promptEditedSince,
            String body,
            String sha256,
            long revision,
            String savedAt,
            String lessonVersion) {

        /** Whether it is the code of a Java cell that was changed. */
        boolean isCode() {
            return type.equals(CODE);
        }
    }

    static Contents of(Course course, Profile person, Snapshot all, Instant at) {
        List<Answer> answers = new ArrayList<>();
        for (Lesson lesson : course.lessons()) {
            for (Question question : lesson.questions()) {
                answers.add(asked(lesson, question, all.answer(lesson, question)));
            }
        }
        all.changedCode(course).forEach(each -> answers.add(kept(each, CODE, true)));
        all.gone(course).forEach(each -> answers.add(kept(each, "", false)));
        List<View> views = new ArrayList<>();
        all.evidence().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(each -> views.add(view(each.getKey(), each.getValue())));
        return new Contents(
                FORMAT,
                1,
                new CourseLine(course.id(), course.title(), course.version()),
                new Person(person.name(), person.studentId()),
                at.toString(),
                List.copyOf(answers),
                List.copyOf(views));
    }

    private static View view(String sha256, Evidence view) {
        return new View(sha256, view.state(), view.csv());
    }

    private static Answer asked(Lesson lesson, Question question, Optional<Filed> filed) {
        String body = filed.map(each -> each.draft().body()).orElse("");
        String sha256 = filed.map(each -> each.draft().promptSha256()).orElse("");
        boolean edited = !body.isBlank() && !sha256.equals(question.promptSha256());
        return new Answer(
                lesson.id(),
                question.id(),
                question.block(),
                question.points(),
                true,
                edited ? filed.map(Filed::prompt).orElse("") : question.prompt(),
                edited ? sha256 : question.promptSha256(),
                edited,
                body,
                Sha256.of(body),
                filed.map(each -> each.draft().revision()).orElse(0L),
                filed.map(each -> each.draft().savedAt().toString()).orElse(""),
                filed.map(each -> each.draft().lessonVersion()).orElse(""));
    }

    private static Answer kept(Filed filed, String type, boolean asked) {
        return new Answer(
                filed.key().lesson(),
                filed.key().question(),
                type,
                0,
                asked,
                filed.prompt(),
                filed.draft().promptSha256(),
                false,
                filed.draft().body(),
                Sha256.of(filed.draft().body()),
                filed.draft().revision(),
                filed.draft().savedAt().toString(),
                filed.draft().lessonVersion());
    }

    String json() {
        return GSON.toJson(this) + "\n";
    }

    /** Reads what {@link #json} wrote; empty if it is something else. */
    static Optional<Contents> read(String json) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, Contents.class))
                    .filter(each -> FORMAT.equals(each.format()) && each.answers() != null);
        } catch (JsonParseException e) {
            System.getLogger(Contents.class.getName())
                    .log(System.Logger.Level.DEBUG, "not a hand-in", e);
            return Optional.empty();
        }
    }

    /** The answers that say something. */
    List<Answer> written() {
        return answers.stream().filter(each -> !each.body().isBlank()).toList();
    }

    /** What differs from what was to be handed in; empty where nothing does. */
    Optional<String> difference(Contents wanted) {
        if (!Objects.equals(course, wanted.course) || !Objects.equals(person, wanted.person)) {
            return Optional.of("course or person");
        }
        if (answers.size() != wanted.answers.size()) {
            return Optional.of(answers.size() + " answers instead of " + wanted.answers.size());
        }
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).equals(wanted.answers.get(i))
                    || !Sha256.of(answers.get(i).body()).equals(answers.get(i).sha256())) {
                return Optional.of("the answer \"" + wanted.answers.get(i).question() + "\"");
            }
        }
        return views.equals(wanted.views) ? Optional.empty() : Optional.of("an attached view");
    }
}
