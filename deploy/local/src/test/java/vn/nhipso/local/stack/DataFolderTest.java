package vn.nhipso.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void fullDiskShouldBeRefusedWithWhatIsFreeAndWhatIsNeeded() {
        DataFolder data = DataFolder.of(folder, 0);
        assertThatThrownBy(() -> data.requireSpace(100L << 20))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("100 MiB are free")
                .hasMessageContaining("1024 MiB");
        assertThatCode(() -> data.requireSpace(2L << 30)).doesNotThrowAnyException();
    }

    @Test
    void whatIsAboutToBeWrittenShouldBeRefusedWhereItHasNoRoom() {
        DataFolder data = DataFolder.of(folder, 0);
        assertThatThrownBy(() -> data.requireSpaceFor("the nation", Long.MAX_VALUE >> 1))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("the nation needs");
        assertThatCode(() -> data.requireSpaceFor("nothing", 0)).doesNotThrowAnyException();
    }

    @Test
    void clearingShouldLeaveTheOtherStacksAlone() throws IOException {
        DataFolder data = DataFolder.of(folder, 0);
        DataFolder other = DataFolder.of(folder, 100);
        for (DataFolder each : new DataFolder[] {data, other}) {
            each.create();
            Files.createDirectories(each.database());
            Files.writeString(each.database().resolve("PG_VERSION"), "18");
        }
        data.clear();
        assertThat(data.database()).doesNotExist();
        assertThat(other.database().resolve("PG_VERSION")).exists();
    }

    @Test
    void secondLauncherOnAFolderShouldBeRefusedUntilTheFirstEnds() {
        DataFolder data = DataFolder.of(folder, 0);
        try (StackLock first = StackLock.take(data)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> StackLock.take(data))
                    .hasMessageContaining("already runs")
                    .hasMessageContaining("--offset");
        }
        StackLock.take(data).close();
    }
}
