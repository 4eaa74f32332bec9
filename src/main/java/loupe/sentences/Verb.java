package loupe.sentences;

import java.util.Arrays;
import java.util.List;

/** An English verb: base form, third person, past, -ing form. */
record Verb(String base, String third, String past, String ing) {

    /** Verbs from their four forms with strokes between them. */
    static List<Verb> list(String verbs) {
        return Arrays.stream(verbs.strip().split("\\s+")).map(Verb::of).toList();
    }

    private static Verb of(String forms) {
        String[] form = forms.split("/");
        return new Verb(form[0], form[1], form[2], form[3]);
    }

    /** In the present, with a subject of that number. */
    String present(boolean plural) {
        return plural ? base : third;
    }

    @Override
    public String toString() {
        return base;
    }
}
