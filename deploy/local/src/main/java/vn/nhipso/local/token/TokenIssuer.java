package vn.nhipso.local.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.StackException;

/** Signs bearer tokens as the services expect them: {@code upn} names the user, {@code groups} the roles, {@code unit} where the rights end. */
public final class TokenIssuer {

    public static final String WHOLE_TREE = "VN";

    private static final Duration VALIDITY = Duration.ofDays(30);

    private final SigningKey key;
    private final InstantSource clock;

    public TokenIssuer(SigningKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    public String token(String user, String unit, List<String> roles) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(SigningKey.ISSUER);
        claims.setSubject(user);
        claims.setClaim("upn", user);
        claims.setStringListClaim("groups", roles);
        claims.setClaim("unit", unit);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(VALIDITY).getEpochSecond()));
        claims.setGeneratedJwtId();
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key.privateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new StackException("The token cannot be signed (" + e.getMessage() + ").", e);
        }
    }

    /** The demo users, one a role, with rights over the whole tree. */
    public Map<String, String> demoTokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            tokens.put(role.claim(), token(role.claim(), WHOLE_TREE, List.of(role.claim())));
        }
        return tokens;
    }

    /** Writes {@link #demoTokens} as an object user → token; a reader never sees half a file. */
    public void writeDemoTokens(DataFolder data) {
        Path file = data.tokens();
        try {
            Path staged = Files.createTempFile(
                    data.run(),
                    "tokens",
                    ".json",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(staged.toFile(), demoTokens());
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackException("The tokens cannot be written to " + file + " (" + e.getMessage() + ").", e);
        }
    }
}
