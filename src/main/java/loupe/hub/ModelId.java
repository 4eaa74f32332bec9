package loupe.hub;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import loupe.checkpoint.CheckpointException;

/** How a lesson names a model: {@code course/gpt}, {@code org/name}, {@code gpt2}, or a folder. */
public final class ModelId {
    private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]{0,95}";
    private static final Pattern NAME = Pattern.compile(PART + "(/" + PART + ")?");
    private static final Pattern FOLDER = Pattern.compile("(/|\\.{1,2}([/\\\\]|$)|[A-Za-z]:).*");

    private final String text;

    private ModelId(String text) {
        this.text = text;
    }

    /**
     * @throws CheckpointException if it is none of the three forms
     */
    public static ModelId parse(String text) throws CheckpointException {
        if (NAME.matcher(text).matches() || isFolder(text)) {
            return new ModelId(text);
        }
        throw new CheckpointException(
                "'%s' is not a model: wanted course/NAME, ORG/NAME or the path of a folder."
                        .formatted(text));
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether it names one of the models that come with the course. */
    public boolean isCourse() {
        return text.startsWith("course/");
    }

    /** Whether it is the path of a folder: it starts as paths do. */
    public boolean isFolder() {
        return FOLDER.matcher(text).matches();
    }

    /** The part after the slash, or all of it. */
    public String name() {
        return text.substring(text.indexOf('/') + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelId id && text.equals(id.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The id as it was written. */
    @Override
    public String toString() {
        return text;
    }

    private static boolean isFolder(String text) {
        try {
            return FOLDER.matcher(text).matches() && !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
