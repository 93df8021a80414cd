package vn.nhipso.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.Map;

/**
 * PostgreSQL 18, Kafka and a token key for a {@code @QuarkusTest}: {@code @WithTestResource(NhipsoTestResource.class)}. Servers are shared
 * by the JVM, the database is fresh for every start of the application.
 */
public class NhipsoTestResource implements QuarkusTestResourceLifecycleManager {

    private static final String OWNER = "postgres";

    @Override
    public Map<String, String> start() {
        String database = TestDatabase.create("test");
        System.setProperty(
                TestTokens.KEY_PROPERTY,
                Base64.getEncoder().encodeToString(TestKeys.PAIR.getPrivate().getEncoded()));
        String role = separatesRoles() ? TestDatabase.SERVICE_ROLE : OWNER;
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", TestDatabase.urlForAnyRole(database)),
                Map.entry("quarkus.datasource.username", role),
                Map.entry("quarkus.datasource.password", role),
                Map.entry("quarkus.flyway.username", OWNER),
                Map.entry("quarkus.flyway.password", OWNER),
                Map.entry("kafka.bootstrap.servers", bootstrap()),
                Map.entry("mp.jwt.verify.publickey", TestKeys.publicPem()),
                Map.entry("mp.jwt.verify.issuer", TestKeys.ISSUER),
                Map.entry("nhipso.security.development-key", "true"),
                Map.entry("quarkus.http.test-port", "0"));
    }

    /** A service whose migrations give rights to another role works as that role in its tests too. */
    private static boolean separatesRoles() {
        return NhipsoTestResource.class.getResource("/db/migration/afterMigrate.sql") != null;
    }

    /** Topics outlive a restart of the application, so a test JVM has one broker and every application its own view of it. */
    private static String bootstrap() {
        String bootstrap = TestBroker.shared().bootstrap();
        System.setProperty(KafkaProbe.BOOTSTRAP_PROPERTY, bootstrap);
        return bootstrap;
    }

    @Override
    public void stop() {
        // The servers end with the JVM: starting them anew for every test class would cost minutes.
    }
}
