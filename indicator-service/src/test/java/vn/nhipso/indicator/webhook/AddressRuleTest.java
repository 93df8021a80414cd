package vn.nhipso.indicator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages may go, with the settings of production. */
class AddressRuleTest {

    private static final WebhookConfig PRODUCTION =
            new SmallRyeConfigBuilder().withMapping(WebhookConfig.class).build().getConfigMapping(WebhookConfig.class);

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "103.53.171.1", "172.32.0.1", "100.63.0.1", "2001:4860:4860::8888", "2a03:2880::1"})
    void addressOfTheInternetShouldBeLetThrough(String address) throws UnknownHostException {
        assertThat(AddressRule.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.8.8.8",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "198.19.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::a00:1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
            })
    void addressInsideOrOfNobodyShouldBeRefused(String address) throws UnknownHostException {
        assertThat(AddressRule.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://127.1/",
                "https://[::1]/",
                "https://[::ffff:8.8.8.8]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1]/",
                "https://localhost/",
                "https://169.254.169.254/latest/meta-data",
                "http://8.8.8.8/",
                "ftp://8.8.8.8/",
                "https://user:word@8.8.8.8/",
                "https://8.8.8.8/#part",
                "https://8.8.8.8:0/",
                "https://8.8.8.8:70000/",
                "https:///path",
                "https:8.8.8.8",
                "//8.8.8.8/",
                "8.8.8.8",
                "https://a b/",
                "https://no-such-host.invalid/",
            })
    void urlThatIsNotPlainOrLeadsInsideShouldBeRefused(String url) {
        assertThatThrownBy(() -> Receiver.of(url, PRODUCTION)).isInstanceOf(Receiver.RefusedException.class);
    }

    @Test
    void plainUrlShouldBeTakenApart() throws Receiver.RefusedException {
        Receiver receiver = Receiver.of("HTTPS://8.8.8.8:8443/hooks/a%20b?x=1&y", PRODUCTION);

        assertThat(receiver.address().getHostAddress()).isEqualTo("8.8.8.8");
        assertThat(receiver.host()).isEqualTo("8.8.8.8");
        assertThat(receiver.port()).isEqualTo(8443);
        assertThat(receiver.isEncrypted()).isTrue();
        assertThat(receiver.target()).isEqualTo("/hooks/a%20b?x=1&y");
        assertThat(Receiver.of("https://[2001:4860:4860::8888]", PRODUCTION).host())
                .isEqualTo("2001:4860:4860::8888");
        assertThat(Receiver.of("https://8.8.8.8", PRODUCTION).target()).isEqualTo("/");
        assertThat(Receiver.of("https://8.8.8.8", PRODUCTION).port()).isEqualTo(443);
    }
}
