/** The program as a whole: {@link loupe.App} puts the parts together. */
package loupe;
