package vn.nhipso.reporting.registry;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Puts where the SQL of the register finds it which indicator counts the people. */
@ApplicationScoped
class RegistryPopulation {

    /** Answers that were made with another are not told any more. */
    private static final String PUT = """
            WITH put AS (UPDATE registry_population SET indicator = ? WHERE indicator <> ? RETURNING indicator)
            UPDATE upheaval SET changes = changes + 1 WHERE EXISTS (SELECT FROM put)""";

    private final DataSource dataSource;
    private final RegistryConfig config;

    RegistryPopulation(DataSource dataSource, RegistryConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    void put(@Observes StartupEvent started) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setString(1, config.populationIndicator());
            put.setString(2, config.populationIndicator());
            put.executeUpdate();
        }
    }
}
