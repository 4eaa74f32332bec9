package loupe.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import loupe.lesson.Course;
import loupe.lesson.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Courses that are installed from files, folders and addresses, good ones and bad ones. */
class LibraryTest {
    private static final Vocabulary NAMES = Vocabulary.ofViews(Set.of("neuron"));
    private static final AddProgress QUIET = new Heard(new AtomicLong(), Long.MAX_VALUE);

    @TempDir Path folder;
    private Path courses;
    private Library library;

    /** Counts what came, and stops after so much. */
    private record Heard(AtomicLong bytes, long stopAfter) implements AddProgress {
        @Override
        public void standing(String what, long done, long total) {
            bytes.set(done);
        }

        @Override
        public boolean isStopped() {
            return bytes.get() >= stopAfter;
        }
    }

    @BeforeEach
    void begin() {
        courses = folder.resolve("courses");
        library = new Library(courses, NAMES);
    }

    private static Map<String, String> course(String version, String words) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "demo/course.yaml",
                "schema: 1\nid: demo\ntitle: Demo\nversion: \"" + version + "\"\nlessons: [a]\n");
        files.put(
                "demo/a/lesson.md",
                "---\nschema: 1\nid: first\ntitle: T\nlang: en\n---\n\n" + words + "\n");
        return files;
    }

    private Path zip(Map<String, String> files) throws IOException {
        Path file = Files.createTempFile(folder, "course", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private String refused(Path source) throws IOException {
        CourseTrouble trouble =
                assertThrows(CourseTrouble.class, () -> library.add(source.toString(), QUIET));
        assertEquals(List.of(), library.courses());
        try (Stream<Path> left = Files.list(courses)) {
            assertEquals(List.of(), left.toList());
        }
        return trouble.getMessage();
    }

    @Test
    void aPackedCourseIsInstalled() throws Exception {
        Installed added = library.add(zip(course("1", "One.")).toString(), QUIET);
        assertEquals(List.of(added), library.courses());
        assertEquals("Demo", added.title());
        assertEquals("first", Course.open(added.folder(), NAMES).lessons().get(0).id());
    }

    @Test
    void aNewVersionLiesBesideTheOldOneUntilTheNext() throws Exception {
        Installed first = library.add(zip(course("1", "One.")).toString(), QUIET);
        Installed second = library.add(zip(course("2", "Two.")).toString(), QUIET);
        assertNotEquals(first.folder(), second.folder());
        assertEquals(List.of(second), library.courses());
        assertTrue(Files.exists(first.folder().resolve("a/lesson.md")));
        Installed third = library.add(zip(course("3", "Three.")).toString(), QUIET);
        assertFalse(Files.exists(first.folder()));
        assertTrue(Files.exists(second.folder()));
        assertEquals(List.of(third), library.courses());
    }

    @Test
    void theSameCourseAgainIsTheSameVersion() throws Exception {
        Installed first = library.add(zip(course("1", "One.")).toString(), QUIET);
        assertEquals(first, library.add(zip(course("1", "One.")).toString(), QUIET));
    }

    @Test
    void aFolderIsInstalledWithoutWhatIsHidden() throws Exception {
        Path source = Files.createDirectories(folder.resolve("demo/a")).getParent();
        for (Map.Entry<String, String> each : course("1", "One.").entrySet()) {
            Files.writeString(folder.resolve(each.getKey()), each.getValue());
        }
        Files.writeString(source.resolve(".secret"), "x");
        Installed added = library.add(source.toString(), QUIET);
        assertTrue(Files.exists(added.folder().resolve("a/lesson.md")));
        assertFalse(Files.exists(added.folder().resolve(".secret")));
        Files.createSymbolicLink(source.resolve("out"), source.resolve("a/lesson.md"));
        CourseTrouble trouble =
                assertThrows(CourseTrouble.class, () -> library.add(source.toString(), QUIET));
        assertTrue(trouble.getMessage().contains("it holds a link"), trouble.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.md",
                "demo/../../out.md",
                "/etc/out.md",
                "C:/out.md",
                "demo\\..\\out.md",
                "demo/a\u0000b.md",
                "demo/what?.md"
            })
    void aPathThatLeadsOutIsRefused(String name) throws Exception {
        Map<String, String> files = course("1", "One.");
        files.put(name, "x");
        String told = refused(zip(files));
        assertTrue(told.contains("would lie outside the course"), told);
    }

    @Test
    void twoNamesThatAreOneOnOtherComputersAreRefused() throws Exception {
        Map<String, String> files = course("1", "One.");
        files.put("demo/a/LESSON.md", "x");
        assertTrue(refused(zip(files)).contains("twice"));
    }

    @Test
    void aFileThatGrowsWithoutMeasureIsRefused() throws Exception {
        Map<String, String> files = course("1", "One.");
        files.put("demo/a/big.txt", "0".repeat(40 << 20));
        assertTrue(refused(zip(files)).contains("grows without measure"));
    }

    @Test
    void tooManyFilesAreRefused() throws Exception {
        Map<String, String> files = course("1", "One.");
        for (int i = 0; i < 2_001; i++) {
            files.put("demo/a/" + i + ".txt", "");
        }
        assertTrue(refused(zip(files)).contains("more than 2000 files"));
    }

    @Test
    void aLinkInAPackedCourseIsRefused() throws Exception {
        Map<String, String> files = course("1", "One.");
        files.put("demo/link.md", "/etc/passwd");
        Path zip = zip(files);
        byte[] bytes = Files.readAllBytes(zip);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("demo/link.md") - 46;
        bytes[at + 5] = 3; // made on Unix
        bytes[at + 41] = (byte) 0xa1; // a symbolic link, rwx
        bytes[at + 40] = (byte) 0xff;
        Files.write(zip, bytes);
        assertTrue(refused(zip).contains("it holds a link"));
    }

    @Test
    void aNewerCourseOrLessonIsRefused() throws Exception {
        Map<String, String> files = course("1", "One.");
        files.replaceAll((name, text) -> text.replace("schema: 1", "schema: 2"));
        assertTrue(refused(zip(files)).contains("this program reads no other"));
        files.put("demo/course.yaml", course("1", "").get("demo/course.yaml"));
        assertTrue(refused(zip(files)).contains("it was written for a newer Loupe"));
    }

    @Test
    void whatIsNoCourseIsRefused() throws Exception {
        assertTrue(refused(zip(Map.of("x/readme.md", "x"))).contains("no course.yaml in it"));
        Path noZip = Files.writeString(folder.resolve("x.zip"), "this is no zip file at all");
        assertTrue(refused(noZip).contains("is no ZIP file, or a damaged one"));
        assertTrue(refused(folder.resolve("gone.zip")).startsWith("There is nothing at "));
    }

    @Test
    void aDamagedPackageLeavesTheOldVersionInUse() throws Exception {
        Installed first = library.add(zip(course("1", "One.")).toString(), QUIET);
        Path second = zip(course("2", "Two. ".repeat(50)));
        byte[] bytes = Files.readAllBytes(second);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("lesson.md") + 20;
        bytes[at] ^= 0x55;
        Files.write(second, bytes);
        assertThrows(CourseTrouble.class, () -> library.add(second.toString(), QUIET));
        assertEquals(List.of(first), library.courses());
    }

    @Test
    void aCourseIsFetchedFromThisComputerAndCanBeStopped() throws Exception {
        Map<String, String> files = course("1", "One.");
        StringBuilder noise = new StringBuilder();
        new java.util.Random(1).ints(900_000, 33, 126).forEach(c -> noise.append((char) c));
        files.put("demo/a/noise.txt", noise.toString());
        byte[] bytes = Files.readAllBytes(zip(files));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/course.zip",
                exchange -> {
                    exchange.sendResponseHeaders(200, bytes.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(bytes);
                    }
                });
        server.createContext(
                "/away",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "http://example.org/course.zip");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.start();
        try {
            String at = "http://127.0.0.1:" + server.getAddress().getPort();
            AtomicLong heard = new AtomicLong();
            CourseTrouble stopped =
                    assertThrows(
                            CourseTrouble.class,
                            () -> library.add(at + "/course.zip", new Heard(heard, 100_000)));
            assertEquals("Stopped. Nothing was installed.", stopped.getMessage());
            assertTrue(heard.get() < bytes.length);
            assertEquals(List.of(), library.courses());
            CourseTrouble away =
                    assertThrows(CourseTrouble.class, () -> library.add(at + "/away", QUIET));
            assertTrue(away.getMessage().contains("https:// only"), away.getMessage());
            CourseTrouble gone =
                    assertThrows(CourseTrouble.class, () -> library.add(at + "/gone", QUIET));
            assertTrue(gone.getMessage().contains("answers 404"), gone.getMessage());
            assertEquals("Demo", library.add(at + "/course.zip", QUIET).title());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAddressWhereNobodyAnswersIsOneSentence() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String address = "http://127.0.0.1:" + port + "/course.zip";
        CourseTrouble trouble =
                assertThrows(CourseTrouble.class, () -> library.add(address, QUIET));
        assertEquals(
                address + " cannot be fetched (nobody answers there). Try it again.",
                trouble.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/c.zip", "ftp://127.0.0.1/c.zip", "file:///etc/passwd"})
    void onlySafeAddressesAreAsked(String address) {
        CourseTrouble trouble =
                assertThrows(CourseTrouble.class, () -> library.add(address, QUIET));
        assertTrue(trouble.getMessage().contains("https:// only"), trouble.getMessage());
    }
}
