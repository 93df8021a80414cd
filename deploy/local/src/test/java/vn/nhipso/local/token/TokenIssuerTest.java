package vn.nhipso.local.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipso.local.api.ApiJson;
import vn.nhipso.local.stack.DataFolder;

class TokenIssuerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void tokenShouldCarryUserRolesAndUnitForThirtyDays() throws Exception {
        JwtClaims claims = verified(issuer().token("anh", "870", List.of("reporter")));
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("anh");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("reporter");
        assertThat(claims.getStringClaimValue("unit")).isEqualTo("870");
        assertThat(claims.getExpirationTime().getValueInMillis())
                .isEqualTo(NOW.plus(Duration.ofDays(30)).toEpochMilli());
    }

    @Test
    void keyShouldBeMadeOnceAndBeReadableByItsOwnerOnly() throws Exception {
        String first = issuer().token("a", "VN", List.of("steward"));
        assertThat(verified(first).getSubject()).isEqualTo("a");
        issuer();
        assertThat(verified(first).getSubject()).isEqualTo("a");
        assertThat(Files.getPosixFilePermissions(data().keys().resolve("private.pem")))
                .hasSize(2);
    }

    @Test
    void demoTokensShouldBeAnObjectOfUsers() throws Exception {
        issuer().writeDemoTokens(data());
        assertThat(ApiJson.read(Files.readString(data().tokens())).fieldNames())
                .toIterable()
                .containsExactly("steward", "approver", "reporter", "operator");
    }

    private TokenIssuer issuer() {
        return new TokenIssuer(SigningKey.of(data()), InstantSource.fixed(NOW));
    }

    private DataFolder data() {
        DataFolder data = DataFolder.of(folder, 0);
        data.create();
        return data;
    }

    private JwtClaims verified(String token) throws Exception {
        String pem = Files.readString(data().keys().resolve("public.pem")).replaceAll("-----[A-Z ]+-----", "");
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer("nhipso-local")
                .setEvaluationTime(NumericDate.fromMilliseconds(NOW.toEpochMilli()))
                .build()
                .processToClaims(token);
    }
}
