package vn.nhipso.local.stack;

import java.nio.file.Path;
import java.util.Locale;

/** The three services; each has a database and an owner role of its own name. */
public enum Service {
    DIRECTORY,
    INDICATOR,
    REPORTING;

    /** Name of its database, its role and its password. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of its module and its process. */
    public String module() {
        return database() + "-service";
    }

    Path jar(Path repository) {
        return repository.resolve(module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
