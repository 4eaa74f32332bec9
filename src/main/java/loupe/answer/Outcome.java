package loupe.answer;

import java.util.List;

/** What came of an entry: the revision, and what somebody else had written meanwhile (0 or 1). */
record Outcome(long revision, List<Draft> theirs) {}
