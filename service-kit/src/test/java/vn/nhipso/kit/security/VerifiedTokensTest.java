package vn.nhipso.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.nhipso.kit.testing.MutableClock;

class VerifiedTokensTest {

    private static final String ISSUER = "nhipso-test";

    private final KeyPair keys = keys();
    private final JWTAuthContextInfo rules = new JWTAuthContextInfo(keys.getPublic(), ISSUER);
    private final MutableClock clock = new MutableClock(Instant.now());
    private final VerifiedTokens tokens = new VerifiedTokens(clock);
    private final String token = token("reporter");

    @Test
    void aTokenShouldBeVerifiedOnceWhileItIsGood() throws ParseException {
        JWTCallerPrincipal first = tokens.parse(token, rules);

        assertThat(first.getName()).isEqualTo("reporter");
        assertThat(tokens.parse(token, rules)).isSameAs(first);
        assertThat(tokens.parse(token("steward"), rules).getName()).isEqualTo("steward");
    }

    @Test
    void anExpiredTokenShouldNotBeTakenForVerified() throws ParseException {
        JWTCallerPrincipal first = tokens.parse(token, rules);

        clock.advance(Duration.ofHours(2));

        assertThat(tokens.parse(token, rules)).isNotSameAs(first);
    }

    @Test
    void aTokenThatWasTamperedWithShouldBeRefusedThoughTheTrueOneIsKnown() throws ParseException {
        tokens.parse(token, rules);
        int signature = token.lastIndexOf('.') + 1;
        String tampered = token.substring(0, signature)
                + (token.charAt(signature) == 'A' ? 'B' : 'A')
                + token.substring(signature + 1);

        assertThatThrownBy(() -> tokens.parse(tampered, rules)).isInstanceOf(ParseException.class);
    }

    private String token(String user) {
        return Jwt.issuer(ISSUER)
                .upn(user)
                .subject(user)
                .expiresIn(Duration.ofHours(1))
                .jws()
                .sign(keys.getPrivate());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
