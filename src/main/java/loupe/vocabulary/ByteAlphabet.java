package loupe.vocabulary;

/**
 * The 256 letters that GPT-2 writes bytes with: printable bytes stand for themselves, the others
 * move, in order, to the code points from 256 on, so that a space reads {@code Ġ} and a line break
 * {@code Ċ} (Radford et al. 2019, released encoder).
 */
final class ByteAlphabet {

    private static final char[] LETTERS = letters();

    private ByteAlphabet() {}

    static char letter(int value) {
        return LETTERS[value];
    }

    private static char[] letters() {
        char[] letters = new char[256];
        char next = 256;
        for (int value = 0; value < 256; value++) {
            letters[value] = isPrintable(value) ? (char) value : next++;
        }
        return letters;
    }

    private static boolean isPrintable(int value) {
        return value >= '!' && value <= '~' || value >= 0xA1 && value <= 0xFF && value != 0xAD;
    }
}
