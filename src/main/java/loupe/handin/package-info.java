/**
 * The hand-in: one PDF that carries its own answers, checked against the store before anybody says
 * done. Start with {@link loupe.handin.HandIn}.
 */
package loupe.handin;
