package loupe.shell.browser;

import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.callback.CefContextMenuParams;
import org.cef.callback.CefMenuModel;
import org.cef.callback.CefMenuModel.MenuId;
import org.cef.handler.CefContextMenuHandlerAdapter;

/** The page's context menu: what one does with text, and none of Chromium's own entries. */
final class PageMenu extends CefContextMenuHandlerAdapter {

    @Override
    public void onBeforeContextMenu(
            CefBrowser browser, CefFrame frame, CefContextMenuParams params, CefMenuModel menu) {
        menu.clear();
        if (params.isEditable()) {
            menu.addItem(MenuId.MENU_ID_CUT, "Cut");
            menu.addItem(MenuId.MENU_ID_COPY, "Copy");
            menu.addItem(MenuId.MENU_ID_PASTE, "Paste");
            menu.addItem(MenuId.MENU_ID_SELECT_ALL, "Select all");
        } else if (params.getSelectionText() != null && !params.getSelectionText().isEmpty()) {
            menu.addItem(MenuId.MENU_ID_COPY, "Copy");
        }
    }
}
