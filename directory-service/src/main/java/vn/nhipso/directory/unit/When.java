package vn.nhipso.directory.unit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The two clocks of a question.
 *
 * @param day the date of the world
 * @param asOf the moment of knowledge; null for what is known now
 */
public record When(LocalDate day, @Nullable Instant asOf) {}
