package loupe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The two tables of the README, held as two maps: who may use whom, and where each library lives.
 */
class ArchitectureTest {

    /** Package to the packages of ours that it may use. The composition root may use all. */
    private static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry("tensor", Set.of()),
                    Map.entry("checkpoint", Set.of("tensor")),
                    Map.entry("hub", Set.of("checkpoint")),
                    Map.entry("token", Set.of("tensor")),
                    Map.entry("model", Set.of("tensor")),
                    Map.entry("generation", Set.of("tensor", "model")),
                    Map.entry(
                            "experiment",
                            Set.of("tensor", "checkpoint", "hub", "token", "model", "generation")),
                    Map.entry("sentences", Set.of()),
                    Map.entry("sentences.german", Set.of()),
                    Map.entry("vocabulary", Set.of("sentences.german")),
                    Map.entry(
                            "training",
                            Set.of(
                                    "tensor",
                                    "checkpoint",
                                    "token",
                                    "model",
                                    "sentences",
                                    "sentences.german",
                                    "vocabulary")),
                    Map.entry(
                            "evaluation",
                            Set.of(
                                    "tensor",
                                    "checkpoint",
                                    "token",
                                    "model",
                                    "generation",
                                    "sentences",
                                    "sentences.german",
                                    "training")),
                    Map.entry("cell", Set.of()),
                    Map.entry("panel", Set.of("experiment", "tensor", "cell")),
                    Map.entry("lesson", Set.of("cell")),
                    Map.entry("author", Set.of("lesson", "cell")),
                    Map.entry("library", Set.of("lesson")),
                    Map.entry("answer", Set.of("lesson")),
                    Map.entry("spelling", Set.of()),
                    Map.entry("handin", Set.of("lesson", "answer")),
                    Map.entry(
                            "shell",
                            Set.of(
                                    "panel",
                                    "lesson",
                                    "library",
                                    "answer",
                                    "handin",
                                    "shell.browser",
                                    "shell.look",
                                    "shell.writeup")),
                    Map.entry("shell.look", Set.of("shell.browser")),
                    Map.entry(
                            "shell.writeup",
                            Set.of("lesson", "answer", "handin", "spelling", "shell.look")),
                    Map.entry("shell.browser", Set.of("panel", "lesson", "handin")),
                    Map.entry("torture", Set.of("lesson", "answer", "handin", "shell.browser")),
                    Map.entry("tour", Set.of("shell", "shell.browser", "lesson", "answer")),
                    Map.entry(
                            "cli",
                            Set.of(
                                    "tensor",
                                    "checkpoint",
                                    "hub",
                                    "token",
                                    "model",
                                    "generation",
                                    "experiment",
                                    "vocabulary",
                                    "training",
                                    "evaluation",
                                    "panel",
                                    "lesson",
                                    "author",
                                    "library",
                                    "answer",
                                    "handin")));

    /** Library (by package prefix) to the packages of ours where it is at home. */
    private static final Map<String, Set<String>> AT_HOME =
            Map.ofEntries(
                    Map.entry(
                            "ai.djl",
                            Set.of(
                                    "tensor",
                                    "checkpoint",
                                    "token",
                                    "model",
                                    "generation",
                                    "experiment",
                                    "training",
                                    "evaluation")),
                    Map.entry(
                            "com.google.gson",
                            Set.of(
                                    "checkpoint",
                                    "hub",
                                    "token",
                                    "experiment",
                                    "vocabulary",
                                    "training",
                                    "panel",
                                    "lesson",
                                    "author",
                                    "handin",
                                    "shell.browser",
                                    "cli")),
                    Map.entry("net.razorvine", Set.of("checkpoint")),
                    Map.entry("javax.tools", Set.of("cell")),
                    Map.entry("com.sun.source", Set.of("cell")),
                    Map.entry("java.net.http", Set.of("hub", "library")),
                    Map.entry("org.commonmark", Set.of("lesson", "handin")),
                    Map.entry("org.apache.pdfbox", Set.of("handin")),
                    Map.entry("org.snakeyaml", Set.of("lesson")),
                    Map.entry("java.sql", Set.of("answer", "torture")),
                    Map.entry("org.apache.lucene", Set.of("spelling")),
                    Map.entry("com.github.difflib", Set.of("shell.writeup")),
                    Map.entry(
                            "javax.swing",
                            Set.of(
                                    "shell",
                                    "shell.browser",
                                    "shell.look",
                                    "shell.writeup",
                                    "torture",
                                    "tour")),
                    Map.entry("com.formdev", Set.of("shell", "shell.look", "shell.writeup")),
                    Map.entry("org.cef", Set.of("shell.browser")),
                    Map.entry("me.friwi", Set.of("shell.browser")),
                    Map.entry("picocli", Set.of("cli")));

    private static final JavaClasses LOUPE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("loupe");

    static Set<String> packages() {
        return new TreeSet<>(MAY_USE.keySet());
    }

    static Set<String> libraries() {
        return new TreeSet<>(AT_HOME.keySet());
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> found =
                LOUPE.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals("loupe"))
                        .map(name -> name.substring("loupe.".length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(packages(), found);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatItsRowAllows(String name) {
        assertFalse(LOUPE.that(in(name)).isEmpty(), name + " has no class to look at");
        noClasses()
                .that(in(name))
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "are ours and not in its row",
                                other ->
                                        other.getPackageName().startsWith("loupe")
                                                && !own(other).equals(name)
                                                && !MAY_USE.get(name).contains(own(other))))
                .check(LOUPE);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryIsUsedOnlyWhereItIsAtHome(String library) {
        DescribedPredicate<JavaClass> elsewhere =
                DescribedPredicate.describe(
                        "live where " + library + " is not at home",
                        type -> !own(type).isEmpty() && !AT_HOME.get(library).contains(own(type)));
        noClasses()
                .that(elsewhere)
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "belong to " + library,
                                other -> other.getPackageName().startsWith(library)))
                .check(LOUPE);
    }

    private static DescribedPredicate<JavaClass> in(String name) {
        return DescribedPredicate.describe("live in " + name, type -> own(type).equals(name));
    }

    /** The package below the root, or nothing for the root itself. */
    private static String own(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("loupe")
                ? ""
                : name.substring(Math.min(name.length(), "loupe.".length()));
    }
}
