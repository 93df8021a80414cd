package vn.nhipso.directory.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Ids that sort by time (UUID version 7), so that lists page in the order of recording. */
@ApplicationScoped
public class Ids {

    private final Database database;

    Ids(Database database) {
        this.database = database;
    }

    public UUID next() {
        return database.find("SELECT uuidv7() AS id", row -> row.getObject("id", UUID.class))
                .orElseThrow();
    }
}
