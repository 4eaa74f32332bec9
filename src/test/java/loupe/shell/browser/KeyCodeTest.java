package loupe.shell.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import javax.swing.KeyStroke;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCodeTest {

    @ParameterizedTest
    @CsvSource({
        "ctrl B, 66c",
        "F6, 117",
        "alt 1, 49a",
        "ctrl shift EQUALS, 187cs",
        "ctrl MINUS, 189c",
        "ctrl PAGE_DOWN, 34c"
    })
    void aKeyStrokeHasTheNumberTheBrowserHas(String java, String page) {
        KeyStroke key = KeyStroke.getKeyStroke(java);
        assertEquals(page, KeyCode.of(key));
        assertEquals(Optional.of(key), KeyCode.read(page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c", "66x", "66sc", "123456", "-1c"})
    void whatIsNoKeyIsNoKey(String code) {
        assertEquals(Optional.empty(), KeyCode.read(code));
    }
}
