package loupe.sentences;

import java.util.Arrays;
import java.util.List;

/** Somebody who is "he" or "she": by a first name, or by what he or she is. */
record Person(String name, boolean she) {

    static List<Person> list(boolean she, String names) {
        return Arrays.stream(names.strip().split("\\s+"))
                .map(name -> new Person(name.replace('_', ' '), she))
                .toList();
    }

    String subject() {
        return she ? "she" : "he";
    }

    String object() {
        return she ? "her" : "him";
    }

    String possessive() {
        return she ? "her" : "his";
    }

    String self() {
        return she ? "herself" : "himself";
    }

    String title() {
        return she ? "Mrs." : "Mr.";
    }

    @Override
    public String toString() {
        return name;
    }
}
