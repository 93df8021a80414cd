package vn.nhipso.kit.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered with, to be answered again.
 *
 * @param location the Location header, where there was one
 * @param body JSON
 */
public record KeptAnswer(int status, @Nullable String location, String body) {}
