package vn.nhipso.local.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipso.local.stack.StackException;

class ListRequestTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @TempDir
    private Path folder;

    @Test
    void whatIsBlankShouldNotBeSaidAndWhatIsSaidShouldBeEncoded() throws Exception {
        ListFile file = file("a.csv", "code\n");
        ListRequest request = ListRequest.units(file, DAY, Act.of("202/2025/QH15", "Quốc hội"), null)
                .with("within", "");
        assertThat(request.path())
                .isEqualTo(
                        "/v1/unit-imports?act=202%2F2025%2FQH15&issuer=Qu%E1%BB%91c%20h%E1%BB%99i&validFrom=2025-07-01");
        assertThat(ListRequest.aliases(file).path()).isEqualTo("/v1/code-alias-imports");
    }

    @Test
    void firstBytesShouldTellAWorkbookFromText() throws Exception {
        assertThat(file("a.xlsx", "code,name\n").mediaType()).isEqualTo(ListFile.CSV);
        assertThat(file("b.csv", "PK\u0003\u0004").mediaType()).isEqualTo(ListFile.XLSX);
        assertThat(file("c.csv", "").mediaType()).isEqualTo(ListFile.CSV);
    }

    @Test
    void whatCannotBeReadShouldBeSaidInOneSentence() {
        assertThatThrownBy(() -> ListFile.of(folder.resolve("none.csv")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> ListFile.of(folder)).isInstanceOf(StackException.class);
    }

    private ListFile file(String name, String text) throws Exception {
        return ListFile.of(Files.writeString(folder.resolve(name), text));
    }
}
