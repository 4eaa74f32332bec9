/**
 * The protocol between page and program: which panels exist, requests in, replies and binary grids
 * out.
 *
 * <p>Start with {@link loupe.panel.PanelDesk}.
 */
package loupe.panel;
