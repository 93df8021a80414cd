package vn.nhipso.kit.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Bearer tokens as an issuer would sign them; the services check them in full. */
public final class TestTokens {

    /** System property through which the private key reaches a test class that Quarkus loads a second time. */
    static final String KEY_PROPERTY = "nhipso.test.private-key";

    /** A signature costs as much as a request; the tokens live longer than a test run. */
    private static final Map<List<String>, String> SIGNED = new ConcurrentHashMap<>();

    private TestTokens() {}

    public static String steward() {
        return token("steward", "VN", "steward");
    }

    public static String approver() {
        return token("approver", "VN", "approver");
    }

    public static String reporter(String unit) {
        return token("reporter-" + unit, unit, "reporter");
    }

    public static String operator() {
        return token("operator", "VN", "operator");
    }

    /** A token with rights in the subtree of a unit. */
    public static String token(String user, String unit, String... roles) {
        List<String> claims =
                Stream.concat(Stream.of(user, unit), Stream.of(roles)).toList();
        return SIGNED.computeIfAbsent(claims, asked -> sign(user, unit, roles));
    }

    private static String sign(String user, String unit, String... roles) {
        return Jwt.issuer(TestKeys.ISSUER)
                .upn(user)
                .subject(user)
                .groups(Set.of(roles))
                .claim("unit", unit)
                .expiresIn(Duration.ofHours(1))
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .sign(privateKey());
    }

    private static PrivateKey privateKey() {
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(KEY_PROPERTY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
