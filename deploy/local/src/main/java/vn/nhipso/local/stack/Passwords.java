package vn.nhipso.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of the database roles, made up on the first run and kept beside the data, readable by its owner only. */
final class Passwords {

    static final String SUPERUSER = "postgres";

    private final Properties passwords;

    private Passwords(Properties passwords) {
        this.passwords = passwords;
    }

    static Passwords of(DataFolder data) {
        Path file = data.passwords();
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return new Passwords(complete(file));
        } catch (IOException e) {
            throw new StackException(
                    "The database passwords in " + file + " cannot be read or written (" + e.getMessage() + ").", e);
        }
    }

    String of(String role) {
        String password = passwords.getProperty(role);
        if (password == null) {
            throw new StackException(
                    "The database password of " + role + " is missing: deploy/local/up --fresh begins anew.");
        }
        return password;
    }

    /** Data of an earlier version may lack a role. */
    private static Properties complete(Path file) throws IOException {
        Properties passwords = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            passwords.load(in);
        }
        SecureRandom random = new SecureRandom();
        int known = passwords.size();
        passwords.putIfAbsent(SUPERUSER, password(random));
        for (Service service : Service.values()) {
            passwords.putIfAbsent(service.database(), password(random));
            passwords.putIfAbsent(service.owner(), password(random));
        }
        if (passwords.size() > known) {
            try (OutputStream out = Files.newOutputStream(file)) {
                passwords.store(out, "database roles of this stack");
            }
        }
        return passwords;
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
