package vn.nhipso.directory;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Every class of tests begins with nothing but the root: there are only a hundred codes of provinces to share. */
public final class EmptyDirectory implements QuarkusTestBeforeClassCallback {

    private static final String EMPTY = """
            DO $$ BEGIN
              EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' CASCADE' FROM pg_tables
                WHERE schemaname = 'public' AND tablename ~ '^(unit_|lineage_|team|committee|activity|code_alias|contact)');
              INSERT INTO unit_version (code, valid, unit_id, name, full_name, type, level, search_name, search_text, recorded_at)
              VALUES ('VN', daterange(NULL, NULL), '00000000-0000-7000-8000-000000000084', 'Việt Nam', 'Việt Nam', 'quốc gia', 'COUNTRY',
                'viet nam', 'viet nam', '-infinity');
            END $$""";

    @Override
    public void beforeClass(Class<?> testClass) {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getOptionalValue("quarkus.datasource.password", String.class)
                                .orElse(""));
                Statement statement = connection.createStatement()) {
            statement.execute(EMPTY);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
