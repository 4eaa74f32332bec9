/** Text to pieces and back; every piece knows the characters it came from. */
package loupe.token;
