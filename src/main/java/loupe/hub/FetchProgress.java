package loupe.hub;

/** Hears how a fetch goes, on the thread "fetch". It must not wait for anything. */
public interface FetchProgress {

    /** After every piece that came. */
    void standing(FetchStanding standing);

    /** Something worth a sentence, as that the connection broke and is tried again. */
    void remark(String sentence);
}
