package loupe.answer;

import loupe.lesson.Sha256;

/** A prompt, known by its SHA-256; the text is empty where only that is known. */
record Wording(String sha256, String text) {
    static Wording of(String text) {
        return new Wording(Sha256.of(text), text);
    }
}
