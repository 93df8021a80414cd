package vn.nhipso.local.stack;

import java.nio.file.Path;
import java.util.Locale;

/** The three services; each has a database and a role of its own name. */
public enum Service {
    DIRECTORY,
    INDICATOR,
    REPORTING;

    /** Name of its database, its role and its password. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Who owns its database and migrates it: for the figures another role than the service's own, which must not be able to alter their log. */
    String owner() {
        return this == INDICATOR ? "indicator_owner" : database();
    }

    /** Name of its module and its process. */
    public String module() {
        return database() + "-service";
    }

    Path jar(Path repository) {
        return repository.resolve(module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
