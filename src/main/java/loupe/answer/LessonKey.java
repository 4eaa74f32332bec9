package loupe.answer;

/** The lesson of a course that answers belong to. */
record LessonKey(String course, String lesson) {}
