package vn.nhipso.kit.web;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Lets the configuration name the running process, for what no two processes may share. */
public final class ProcessNumber implements ConfigSource {

    private static final String PROPERTY = "nhipso.process";

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(PROPERTY);
    }

    @Override
    public @Nullable String getValue(String property) {
        return property.equals(PROPERTY)
                ? String.valueOf(ProcessHandle.current().pid())
                : null;
    }

    @Override
    public String getName() {
        return "process";
    }
}
