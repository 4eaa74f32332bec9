package loupe.sentences;

import java.util.List;
import java.util.stream.Stream;

/** The content words of the English grammar, by what they can do in a sentence. */
final class Lexicon {

    static final List<Noun> PEOPLE =
            Noun.list(
                    """
                    boy girl teacher farmer doctor student child/children woman/women man/men baker
                    sailor soldier neighbor friend uncle aunt brother sister prince captain driver
                    singer painter lawyer nurse candidate judge thief/thieves guard cook hunter
                    writer visitor king queen actor waiter gardener""");
    static final List<Noun> ANIMALS =
            Noun.list(
                    """
                    dog cat rabbit turtle horse cow bird mouse/mice fox wolf/wolves bear lion duck
                    goose/geese pig goat frog monkey elephant kitten puppy hen donkey tiger snake
                    squirrel""");
    static final List<Noun> THINGS =
            Noun.list(
                    """
                    key box book letter car cup lamp chair table hat coat ball boat clock picture
                    door window bottle knife/knives basket bag shoe wheel map coin sword cabinet
                    mat bed mirror drum candle bell umbrella blanket bucket ladder trunk plate
                    bicycle""");
    static final List<Noun> PLACES =
            Noun.list(
                    """
                    house garden river park street town school kitchen station bridge farm shop
                    church castle forest field market beach island hill road lake village
                    library""");

    /** Places that one can be in. */
    static final List<Noun> INSIDE =
            Noun.list(
                    """
                    house garden park town school kitchen station church castle forest library
                    village shop market tower stable hall cellar""");

    static final List<Noun> FOODS =
            Noun.list(
                    """
                    apple orange banana plum pear lemon egg carrot onion potato/potatoes cherry grape
                    nut cake pie peach bean tomato/tomatoes biscuit melon fig berry""");
    static final List<Noun> EVENTS =
            Noun.list("party picnic wedding dinner feast dance concert meeting lunch ceremony");
    static final List<Noun> PRESENTS =
            Noun.list("cake dress present song hat card pie costume ribbon flower candle");
    static final List<String> MOODS =
            words(
                    """
                    tired happy sad hungry thirsty angry afraid sick sleepy nervous proud lonely
                    cheerful lazy bored calm brave""");
    static final List<String> LOOKS =
            words(
                    """
                    old new heavy broken empty red green small large clean dirty expensive black
                    white beautiful wet dry strange blue ugly""");
    static final List<String> WAYS =
            words("wide dark narrow busy crowded long muddy steep slippery dangerous noisy dusty");
    static final List<String> QUICKLY =
            words("quickly slowly quietly happily sadly carefully suddenly gently proudly lazily");
    static final List<Verb> DOING =
            Verb.list(
                    """
                    run/runs/ran/running sleep/sleeps/slept/sleeping sing/sings/sang/singing
                    laugh/laughs/laughed/laughing swim/swims/swam/swimming
                    dance/dances/danced/dancing wait/waits/waited/waiting
                    smile/smiles/smiled/smiling cry/cries/cried/crying walk/walks/walked/walking
                    work/works/worked/working jump/jumps/jumped/jumping eat/eats/ate/eating
                    rest/rests/rested/resting shout/shouts/shouted/shouting""");
    static final List<Verb> DOING_TO =
            Verb.list(
                    """
                    see/sees/saw/seeing like/likes/liked/liking chase/chases/chased/chasing
                    follow/follows/followed/following love/loves/loved/loving
                    hate/hates/hated/hating help/helps/helped/helping watch/watches/watched/watching
                    know/knows/knew/knowing find/finds/found/finding hear/hears/heard/hearing
                    call/calls/called/calling visit/visits/visited/visiting
                    fear/fears/feared/fearing remember/remembers/remembered/remembering""");
    static final List<Verb> MOVING =
            Verb.list(
                    """
                    run/runs/ran/running hop/hops/hopped/hopping crawl/crawls/crawled/crawling
                    walk/walks/walked/walking jump/jumps/jumped/jumping
                    swim/swims/swam/swimming climb/climbs/climbed/climbing
                    rush/rushes/rushed/rushing creep/creeps/crept/creeping""");
    static final List<Person> HE =
            Person.list(
                    false,
                    """
                    Tom John Peter Paul Jack Henry David Ben Sam Max Robert Charles George Oscar
                    Carlos Ahmed Leo Hugo Felix Daniel Martin Jaime Arthur Simon""");
    static final List<Person> SHE =
            Person.list(
                    true,
                    """
                    Mary Anna Jane Lucy Emma Sarah Alice Kate Ellen Rosa Maria Clara Julia Laura
                    Nina Eva Helen Grace Ruth Martha Susan Emily Amy Lily""");
    static final List<Person> HE_IS =
            Person.list(
                    false,
                    "boy man king prince father brother uncle son grandfather husband waiter monk");
    static final List<Person> SHE_IS =
            Person.list(
                    true,
                    """
                    girl woman queen princess mother sister aunt daughter grandmother wife waitress
                    nun""");
    static final List<Person> NAMES = Stream.concat(HE.stream(), SHE.stream()).toList();
    static final List<String> LAST_NAMES =
            words(
                    """
                    Salazar Miller Jones Brown Garcia Wilson Taylor Carter Baker Fisher Hunter Lopez
                    Novak Larsen Schmidt Weber Rossi Moreau Tanaka Singh Okafor Cohen Murphy Walker
                    Turner Parker Collins Bennett Foster Morgan Reed Bailey Cooper Ward Gray Hughes
                    Price Wood Ross Hamilton Sullivan Fox Stone Marsh Becker Costa Ivanov Petrov
                    Hansen Kelly""");

    private Lexicon() {}

    static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
