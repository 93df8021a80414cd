package vn.nhipso.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import vn.nhipso.local.FreeOffset;

class PortsTest {

    @Test
    void offsetShouldShiftEveryPort() {
        assertThat(new Ports(100).of(Service.REPORTING)).isEqualTo(8183);
        assertThat(new Ports(100).jdbc("directory")).isEqualTo("jdbc:postgresql://127.0.0.1:8185/directory");
        assertThat(new Ports(100).bootstrap()).isEqualTo("127.0.0.1:8192");
    }

    @Test
    void offsetThatLeavesNoPortShouldBeRefused() {
        assertThatThrownBy(() -> new Ports(60_000))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("--offset");
        assertThatThrownBy(() -> new Ports(-1)).isInstanceOf(StackException.class);
    }

    @Test
    void furtherInstancesShouldHavePortsAndNamesOfTheirOwn() {
        Ports ports = new Ports(100, 3);
        assertThat(ports.instances())
                .extracting(ServiceInstance::module)
                .containsExactly(
                        "directory-service",
                        "indicator-service",
                        "reporting-service",
                        "reporting-service-2",
                        "reporting-service-3");
        assertThat(ports.instances()).extracting(ports::of).containsExactly(8181, 8182, 8183, 8194, 8195);
        assertThatThrownBy(() -> new Ports(0, 7)).hasMessageContaining("--reporting");
    }

    @Test
    void portInUseShouldBeNamedWithWhatItIsFor() throws IOException {
        Ports ports = new Ports(FreeOffset.find());
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
        try (ServerSocket _ = new ServerSocket(ports.of(Service.INDICATOR), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::requireFree)
                    .hasMessageStartingWith("Port " + ports.of(Service.INDICATOR) + " (indicator-service) is in use");
        }
    }
}
