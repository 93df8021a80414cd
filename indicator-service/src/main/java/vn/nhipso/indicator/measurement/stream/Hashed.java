package vn.nhipso.indicator.measurement.stream;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A body that is hashed while it is read, to be known again under its Idempotency-Key. */
final class Hashed extends DigestInputStream {

    Hashed(InputStream body) {
        super(body, sha256());
    }

    /** Of what was read so far. */
    String digest() {
        return "sha256 " + HexFormat.of().formatHex(getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
