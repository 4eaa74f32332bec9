package loupe.training;

/** One text to learn from, and the name it goes by in the model card. */
public record Book(String title, String text) {

    /** Every twentieth part of a book, its end, is kept back to measure with. */
    private static final int HELD_OUT = 20;

    /** What the model learns from: all but the end. */
    public String start() {
        return text.substring(0, cut());
    }

    /**
     * What the model is measured on and never sees: the last twentieth, from a new line where there
     * is one.
     */
    public String end() {
        return text.substring(cut());
    }

    private int cut() {
        int target = text.length() - text.length() / HELD_OUT;
        int line = text.lastIndexOf('\n', target) + 1;
        int cut = line > text.length() / 2 ? line : target;
        boolean split =
                cut > 0 && cut < text.length() && Character.isLowSurrogate(text.charAt(cut));
        return split ? cut - 1 : cut;
    }
}
