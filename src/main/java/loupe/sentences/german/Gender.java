package loupe.sentences.german;

/** What endings agree with: the gender of a noun, or that there are several. */
enum Gender {
    MASCULINE,
    FEMININE,
    NEUTER,
    PLURAL;

    static Gender ofArticle(String article) {
        return switch (article) {
            case "der" -> MASCULINE;
            case "die" -> FEMININE;
            case "das" -> NEUTER;
            default -> throw new IllegalArgumentException(article + " is no article");
        };
    }
}
