package loupe.cli;

import picocli.CommandLine.Option;

/** Whose answers a command is about. */
final class ProfileOption {
    @Option(
            names = "--profile",
            paramLabel = "PERSON",
            defaultValue = "",
            description = "Whose answers, by id or name, where several people write here.")
    private String wanted;

    String wanted() {
        return wanted;
    }
}
