/**
 * The proof that answers survive: real processes really killed, disks really full, files really
 * damaged. Start with {@link loupe.torture.Torture}.
 */
package loupe.torture;
