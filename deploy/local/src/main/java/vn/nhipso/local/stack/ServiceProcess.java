package vn.nhipso.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One packaged service with the configuration of this stack. */
final class ServiceProcess implements StackMember {

    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final ServiceInstance instance;
    private final StackSettings settings;
    private final ChildProcess process;
    private final HttpClient http;

    private ServiceProcess(ServiceInstance instance, StackSettings settings, ChildProcess process, HttpClient http) {
        this.instance = instance;
        this.settings = settings;
        this.process = process;
        this.http = http;
    }

    static ServiceProcess start(ServiceInstance instance, StackSettings settings, HttpClient http) {
        return start(instance, settings, http, Map.of());
    }

    /** @param instead environment variables that are other than those of the stack's own processes */
    static ServiceProcess start(
            ServiceInstance instance, StackSettings settings, HttpClient http, Map<String, String> instead) {
        Service service = instance.service();
        Path jar = service.jar(settings.repository());
        if (!Files.exists(jar)) {
            throw new StackException("The packaged " + service.module() + " is missing (" + jar
                    + "): build it with ./mvnw package -DskipTests.");
        }
        List<String> command = new ArrayList<>();
        command.add(Machine.java());
        command.addAll(JAVA_OPTIONS);
        command.addAll(Machine.javaOptions());
        command.addAll(classCache(jar));
        command.addAll(List.of("-jar", jar.toString()));
        Map<String, String> environment = environment(instance, settings);
        environment.putAll(instead);
        ChildProcess.Specification specification =
                new ChildProcess.Specification(instance.module(), command, environment, ChildProcess.Ending.JAVA);
        return new ServiceProcess(instance, settings, ChildProcess.start(specification, settings.data()), http);
    }

    /** Halves the processor time until the service is ready; without the file it starts as well, only later. */
    private static List<String> classCache(Path jar) {
        Path cache = jar.resolveSibling("app.aot");
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=error") : List.of();
    }

    private static Map<String, String> environment(ServiceInstance instance, StackSettings settings) {
        Service service = instance.service();
        Ports ports = settings.ports();
        Map<String, String> environment = new HashMap<>();
        // The allocator keeps an arena a thread otherwise, some 50 MiB of nothing.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(instance)));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", ports.jdbc(service.database()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", service.database());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", settings.passwords().of(service.database()));
        environment.put("QUARKUS_FLYWAY_USERNAME", service.owner());
        environment.put("QUARKUS_FLYWAY_PASSWORD", settings.passwords().of(service.owner()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", ports.bootstrap());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                settings.issuer().publicKey().toUri().toString());
        environment.put("MP_JWT_VERIFY_ISSUER", settings.issuer().name());
        environment.put("NHIPSO_SECURITY_DEVELOPMENT_KEY", "true");
        // Receivers of webhooks are tried on this machine.
        environment.put("NHIPSO_WEBHOOKS_ALLOW_PRIVATE", "true");
        environment.put("NHIPSO_WEBHOOKS_ALLOW_HTTP", "true");
        return environment;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public boolean isReady() {
        URI ready = settings.ports().uri(instance).resolve("/q/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public StackMember startAgain() {
        return start(instance, settings, http);
    }
}
