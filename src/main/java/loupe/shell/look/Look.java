package loupe.shell.look;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatPropertiesLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import com.formdev.flatlaf.util.FontUtils;
import java.awt.Color;
import java.awt.Font;
import java.util.Properties;
import javax.swing.JPopupMenu;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;
import loupe.shell.browser.Palette;

/**
 * How the window looks now: the palette in one of its themes, at one text size, as a FlatLaf theme.
 *
 * @param textSize in percent; Swing and the page scale together
 */
public record Look(Palette palette, boolean dark, int textSize) {

    public static final int SMALL = 13;
    public static final int TEXT = 16;

    /** Menus and tips get windows of their own, or the browser's would hide them. */
    public static void prepare() {
        JPopupMenu.setDefaultLightWeightPopupEnabled(false);
        ToolTipManager.sharedInstance().setLightWeightPopupEnabled(false);
        FlatInterFont.installLazy();
        FlatJetBrainsMonoFont.installLazy();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
        FlatLaf.setPreferredMonospacedFontFamily(FlatJetBrainsMonoFont.FAMILY);
    }

    /** Makes this the look of all windows, those that are open as well. */
    public void install() {
        FlatPropertiesLaf.setup(new FlatPropertiesLaf("Loupe", properties()));
        UIManager.put("defaultFont", font(SMALL));
        FlatLaf.updateUI();
    }

    private Properties properties() {
        Properties theme = new Properties();
        theme.put("@baseTheme", dark ? "dark" : "light");
        theme.put("@background", hex("surface"));
        theme.put("@foreground", hex("text"));
        theme.put("@componentBackground", hex("background"));
        theme.put("@menuBackground", hex("float"));
        theme.put("@disabledForeground", hex("text-muted"));
        theme.put("@accentColor", hex("accent"));
        theme.put("@selectionBackground", hex("selection"));
        theme.put("@selectionForeground", hex("text"));
        theme.put("@selectionInactiveBackground", hex("accent-soft"));
        theme.put("Component.borderColor", hex("control"));
        theme.put("Component.focusedBorderColor", hex("focus"));
        theme.put("Component.focusColor", hex("focus"));
        theme.put("Component.arc", "12");
        theme.put("Button.arc", "12");
        theme.put("TextComponent.arc", "12");
        theme.put("ProgressBar.foreground", hex("accent"));
        theme.put("ProgressBar.background", hex("hairline"));
        theme.put("Separator.foreground", hex("hairline"));
        theme.put("SplitPane.background", hex("hairline"));
        theme.put("SplitPaneDivider.style", "plain");
        theme.put("ScrollBar.width", "10");
        theme.put("ScrollBar.thumbArc", "999");
        theme.put("TextArea.background", hex("background"));
        theme.put("ToolTip.background", hex("float"));
        theme.put("TitlePane.unifiedBackground", "true");
        return theme;
    }

    private String hex(String name) {
        return palette.hex(dark, name);
    }

    public Color colour(String name) {
        return palette.colour(dark, name);
    }

    /** Inter in one of the four sizes, scaled. */
    public Font font(int size) {
        return FontUtils.getCompositeFont(FlatInterFont.FAMILY, Font.PLAIN, scaled(size));
    }

    public Font bold(int size) {
        return FontUtils.getCompositeFont(FlatInterFont.FAMILY_SEMIBOLD, Font.PLAIN, scaled(size));
    }

    /** JetBrains Mono, for what is typed in Markdown and for numbers. */
    public Font mono(int size) {
        return FontUtils.getCompositeFont(FlatJetBrainsMonoFont.FAMILY, Font.PLAIN, scaled(size));
    }

    public int scaled(int pixels) {
        return Math.round(pixels * textSize / 100f);
    }

    public String theme() {
        return dark ? "dark" : "light";
    }
}
