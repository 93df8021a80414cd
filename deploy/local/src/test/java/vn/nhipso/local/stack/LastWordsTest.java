package vn.nhipso.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {

    @TempDir
    private Path folder;

    @Test
    void fatalLineShouldBeThePickedOne() throws IOException {
        assertThat(wordsOf("LOG: starting\nFATAL: data directory is damaged\nLOG: shut down\n"))
                .isEqualTo("FATAL: data directory is damaged");
    }

    @Test
    void lastCauseShouldBePreferredToTheExceptionAroundIt() throws IOException {
        assertThat(wordsOf("ERROR Exception in start\nCaused by: first\nCaused by: the root\n\tat somewhere\n"))
                .isEqualTo("Caused by: the root");
    }

    @Test
    void fullDiskShouldBeSaidAsSuch() throws IOException {
        assertThat(wordsOf("PANIC: could not write: No space left on device\n")).isEqualTo("the disk is full");
    }

    @Test
    void earlierRunsShouldExplainNothing() throws IOException {
        Path log = log("FATAL: of yesterday\nall is well\n");
        assertThat(LastWords.of(log, "FATAL: of yesterday\n".length())).isEqualTo("all is well");
    }

    @Test
    void silenceShouldBeSaidToo() throws IOException {
        assertThat(wordsOf("")).isEqualTo("it said nothing");
        assertThat(LastWords.of(folder.resolve("none.log"), 0)).isEqualTo("it said nothing");
    }

    private String wordsOf(String text) throws IOException {
        return LastWords.of(log(text), 0);
    }

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("a.log"), text);
    }
}
