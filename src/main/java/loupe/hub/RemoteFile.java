package loupe.hub;

import java.util.Optional;

/**
 * A file on the hub.
 *
 * @param etag under which the cache keeps it; of a large file, its SHA-256
 */
record RemoteFile(String name, String commit, String etag, long bytes) {

    Optional<String> sha256() {
        return etag.matches("[0-9a-f]{64}") ? Optional.of(etag) : Optional.empty();
    }
}
