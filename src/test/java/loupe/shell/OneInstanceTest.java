package loupe.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneInstanceTest {

    @TempDir Path data;

    @Test
    void aSecondStartKnocksAndTheFirstComesToTheFront() throws Exception {
        CountDownLatch knocked = new CountDownLatch(1);
        try (OneInstance first = OneInstance.claim(data, knocked::countDown).orElseThrow()) {
            assertEquals(Optional.empty(), OneInstance.claim(data, () -> {}), first.toString());
            assertTrue(knocked.await(10, TimeUnit.SECONDS), "the first heard of the second");
        }
    }

    @Test
    void aFolderWithALongNameHasADoorToo() throws Exception {
        Path deep = data.resolve("a".repeat(60)).resolve("b".repeat(60));
        CountDownLatch knocked = new CountDownLatch(1);
        try (OneInstance first = OneInstance.claim(deep, knocked::countDown).orElseThrow()) {
            assertEquals(Optional.empty(), OneInstance.claim(deep, () -> {}), first.toString());
            assertTrue(knocked.await(10, TimeUnit.SECONDS), "the first heard of the second");
        }
    }

    @Test
    void afterTheFirstHasEndedTheNextOpensAWindow() throws Exception {
        OneInstance.claim(data, () -> {}).orElseThrow().close();
        try (OneInstance next = OneInstance.claim(data, () -> {}).orElseThrow()) {
            assertTrue(next != null);
        }
    }

    @Test
    void aDoorLeftByAKilledProgramIsNoObstacle() throws Exception {
        OneInstance.claim(data, () -> {}).orElseThrow().close();
        java.nio.file.Files.writeString(OneInstance.doorPath(data), "left behind");
        try (OneInstance next = OneInstance.claim(data, () -> {}).orElseThrow()) {
            assertTrue(next != null);
        }
    }
}
