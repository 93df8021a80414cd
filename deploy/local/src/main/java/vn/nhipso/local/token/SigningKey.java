package vn.nhipso.local.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.StackException;
import vn.nhipso.local.stack.TrustedIssuer;

/** The key pair that a stack makes for itself on its first run. Services take it only in their local profile. */
public final class SigningKey {

    static final String ISSUER = "nhipso-local";

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path publicKeyFile;
    private final PrivateKey privateKey;

    private SigningKey(Path publicKeyFile, PrivateKey privateKey) {
        this.publicKeyFile = publicKeyFile;
        this.privateKey = privateKey;
    }

    public static SigningKey of(DataFolder data) {
        Path privateFile = data.keys().resolve("private.pem");
        Path publicFile = data.keys().resolve("public.pem");
        try {
            if (!Files.exists(privateFile)) {
                create(privateFile, publicFile);
            }
            return new SigningKey(publicFile, read(privateFile));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new StackException(
                    "The signing key in " + data.keys() + " cannot be used (" + e.getMessage()
                            + "): delete that folder, the next start makes a new key.",
                    e);
        }
    }

    /** The key of a stack that has been started before. */
    public static SigningKey existing(DataFolder data) {
        if (!Files.exists(data.keys().resolve("private.pem"))) {
            throw new StackException(
                    "There is no stack on " + data.root() + " yet: start it with deploy/local/up first.");
        }
        return of(data);
    }

    public TrustedIssuer issuer() {
        return new TrustedIssuer(ISSUER, publicKeyFile);
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    /** The public key first: where the private one is, both are. */
    private static void create(Path privateFile, Path publicFile) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Files.createDirectories(privateFile.getParent());
        Files.writeString(publicFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        Path staged = Files.createTempFile(privateFile.getParent(), "private", ".pem", OWNER_ONLY);
        Files.writeString(staged, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.move(staged, privateFile);
    }

    private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        byte[] encoded = Base64.getMimeDecoder().decode(body);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static String pem(String kind, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
