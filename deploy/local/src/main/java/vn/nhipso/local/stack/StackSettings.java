package vn.nhipso.local.stack;

import java.nio.file.Path;

/**
 * What the services of one stack are started with.
 *
 * @param repository the checkout whose packaged services run
 */
record StackSettings(Path repository, DataFolder data, Ports ports, Passwords passwords, TrustedIssuer issuer) {}
