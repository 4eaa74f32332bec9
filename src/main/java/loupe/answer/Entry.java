package loupe.answer;

/** What is to be recorded: {@code base} is the revision the text was typed upon, 0 for none. */
record Entry(
        QuestionKey key,
        EventKind kind,
        String body,
        Wording prompt,
        String lessonVersion,
        long base) {

    static Entry draft(
            QuestionKey key, String body, String prompt, String lessonVersion, long base) {
        return new Entry(key, EventKind.DRAFT, body, Wording.of(prompt), lessonVersion, base);
    }
}
