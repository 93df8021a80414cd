package vn.nhipso.local.stack;

import java.nio.file.Path;

/** Whose tokens the services of a stack accept: the {@code iss} claim and the key, as PEM, that verifies the signature. */
public record TrustedIssuer(String name, Path publicKey) {}
