package vn.nhipso.indicator.measurement.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.UUID;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.job.JobRun;

/** A run whose process dies at a step: what it says of its progress is the last that is heard of it. */
final class DyingRun implements JobRun {

    private final UUID id;
    private final String parameters;
    private final String content;
    private final String step;
    private int times;

    /** @param times how often the step is passed before the run dies there */
    DyingRun(UUID id, String parameters, String content, String step, int times) {
        this.id = id;
        this.parameters = parameters;
        this.content = content;
        this.step = step;
        this.times = times;
    }

    /** Nobody catches it. */
    static final class Died extends RuntimeException {}

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String owner() {
        return "steward";
    }

    @Override
    public <T> T parameters(Class<T> type) {
        return EventJson.read(parameters.getBytes(StandardCharsets.UTF_8), type);
    }

    @Override
    public Path input() {
        try {
            Path file = java.nio.file.Files.createTempFile("nhipso", ".csv");
            file.toFile().deleteOnExit();
            return java.nio.file.Files.writeString(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void progress(String phase, long done, long total) {
        dieAt(phase);
    }

    @Override
    public void succeed(Object result) {
        dieAt("SUCCEED");
    }

    @Override
    public void succeed(Connection transaction, Object result) {
        dieAt("SUCCEED");
    }

    private void dieAt(String here) {
        if (step.equals(here) && times-- == 0) {
            throw new Died();
        }
    }
}
