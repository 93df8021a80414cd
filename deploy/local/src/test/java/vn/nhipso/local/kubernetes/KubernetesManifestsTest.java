package vn.nhipso.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What deploy/kubernetes/README.md promises, on the files themselves and, where kubectl is installed, on what it renders. */
class KubernetesManifestsTest {

    private static final Path FOLDER = Path.of("..", "kubernetes");
    private static final List<String> SERVICES = List.of("directory-service", "indicator-service", "reporting-service");

    @Test
    void baseShouldKeepItsPromises() throws IOException {
        assertPromises(Manifests.base(FOLDER.resolve("base")));
    }

    @Test
    void renderedBaseShouldKeepItsPromises() throws Exception {
        Manifests rendered = rendered("base");
        assertPromises(rendered);
        assertThat(rendered.of("Secret"))
                .as("secrets belong to a cluster, not to the base")
                .isEmpty();
    }

    @Test
    void exampleShouldGiveTheBaseEverythingThatItRefersTo() throws Exception {
        Manifests rendered = rendered("overlays/example");
        assertPromises(rendered);
        for (String service : SERVICES) {
            for (JsonNode variable :
                    container(rendered.the("Deployment", service)).path("env")) {
                assertGiven(rendered, variable.path("valueFrom").path("configMapKeyRef"), "ConfigMap");
                assertGiven(rendered, variable.path("valueFrom").path("secretKeyRef"), "Secret");
            }
        }
    }

    @Test
    void alertsShouldAskForFiguresThatTheServicesGive() throws IOException {
        JsonNode rule = Manifests.parsed(Files.readString(FOLDER.resolve("components/alerts/alerts.yaml")))
                .the("PrometheusRule", "nhipso");
        List<String> asked = rule.findValuesAsText("expr");
        assertThat(asked).hasSize(4).allSatisfy(expression -> assertThat(expression)
                .containsAnyOf(
                        "nhipso_dead_letters)",
                        "nhipso_dead_letters_kept_total",
                        "nhipso_intake_lag_seconds",
                        "nhipso_outbox_oldest_seconds"));
    }

    private static void assertGiven(Manifests rendered, JsonNode reference, String kind) {
        if (!reference.isMissingNode()) {
            JsonNode object = rendered.the(kind, reference.path("name").asText());
            assertThat(object.path("data").has(reference.path("key").asText()))
                    .as(reference.toString())
                    .isTrue();
        }
    }

    private static void assertPromises(Manifests manifests) {
        assertThat(manifests.of("Deployment")).hasSize(SERVICES.size());
        for (String service : SERVICES) {
            JsonNode deployment = manifests.the("Deployment", service);
            assertHardened(deployment.path("spec").path("template").path("spec"), service);
            assertProbed(container(deployment));
            assertConfigured(container(deployment), service);
            assertReachable(manifests, deployment, service);
            assertThat(manifests
                            .the("PodDisruptionBudget", service)
                            .path("spec")
                            .path("maxUnavailable")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    private static void assertHardened(JsonNode pod, String service) {
        assertThat(pod.path("serviceAccountName").asText()).isEqualTo(service);
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.path("securityContext").path("runAsUser").asInt()).isPositive();
        assertThat(pod.path("securityContext")
                        .path("seccompProfile")
                        .path("type")
                        .asText())
                .isEqualTo("RuntimeDefault");
        JsonNode context = pod.path("containers").path(0).path("securityContext");
        assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(context.path("capabilities").path("drop").path(0).asText()).isEqualTo("ALL");
        assertThat(pod.path("volumes").path(0).has("emptyDir")).isTrue();
        assertThat(pod.path("containers")
                        .path(0)
                        .path("volumeMounts")
                        .path(0)
                        .path("mountPath")
                        .asText())
                .isEqualTo("/tmp");
        assertThat(pod.path("volumes")
                        .path(0)
                        .path("emptyDir")
                        .path("sizeLimit")
                        .asText())
                .as("room for uploads of 64 MiB")
                .isEqualTo("768Mi");
    }

    private static void assertProbed(JsonNode container) {
        Map<String, String> paths = Map.of(
                "startupProbe",
                "/q/health/started",
                "livenessProbe",
                "/q/health/live",
                "readinessProbe",
                "/q/health/ready");
        paths.forEach((probe, path) -> {
            assertThat(container.path(probe).path("httpGet").path("path").asText())
                    .isEqualTo(path);
            assertThat(container.path(probe).path("httpGet").path("port").asText())
                    .isEqualTo("http");
        });
        for (String kind : List.of("requests", "limits")) {
            assertThat(container.path("resources").path(kind).path("memory").asText())
                    .isEqualTo("640Mi");
        }
        assertThat(container.path("resources").path("requests").has("cpu")).isTrue();
    }

    private static void assertConfigured(JsonNode container, String service) {
        assertThat(container.path("image").asText()).startsWith("nhipso/" + service);
        Map<String, JsonNode> variables = new TreeMap<>();
        container
                .path("env")
                .forEach(variable -> variables.put(variable.path("name").asText(), variable));
        for (String secret :
                List.of("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD")) {
            assertThat(name(variables, secret, "secretKeyRef")).as(secret).startsWith(service + "-database");
        }
        for (String setting :
                List.of("KAFKA_BOOTSTRAP_SERVERS", "MP_JWT_VERIFY_ISSUER", "MP_JWT_VERIFY_PUBLICKEY_LOCATION")) {
            assertThat(name(variables, setting, "configMapKeyRef")).as(setting).startsWith("nhipso");
        }
        assertThat(variables)
                .as("the development key is for the local stack only")
                .doesNotContainKeys("NHIPSO_SECURITY_DEVELOPMENT_KEY", "QUARKUS_PROFILE");
    }

    private static String name(Map<String, JsonNode> variables, String variable, String kind) {
        assertThat(variables).containsKey(variable);
        return variables.get(variable).path("valueFrom").path(kind).path("name").asText();
    }

    private static void assertReachable(Manifests manifests, JsonNode deployment, String service) {
        JsonNode labels =
                deployment.path("spec").path("template").path("metadata").path("labels");
        JsonNode selector = manifests.the("Service", service).path("spec").path("selector");
        assertThat(selector).isNotEmpty();
        selector.properties()
                .forEach(label -> assertThat(labels.path(label.getKey())).isEqualTo(label.getValue()));
        assertThat(manifests
                        .the("Service", service)
                        .path("spec")
                        .path("ports")
                        .path(0)
                        .path("targetPort")
                        .asText())
                .isEqualTo("http");
        assertThat(container(deployment).path("ports").path(0).path("name").asText())
                .isEqualTo("http");
        assertThat(manifests
                        .the("ServiceAccount", service)
                        .path("automountServiceAccountToken")
                        .asBoolean(true))
                .isFalse();
    }

    private static JsonNode container(JsonNode deployment) {
        JsonNode containers =
                deployment.path("spec").path("template").path("spec").path("containers");
        assertThat(containers).hasSize(1);
        return containers.path(0);
    }

    private static Manifests rendered(String folder) throws IOException, InterruptedException {
        assumeTrue(
                kubectlIsInstalled(),
                "kubectl is not installed; baseShouldKeepItsPromises checks the files themselves");
        Path output = Files.createTempFile(Path.of("target"), "kustomize", ".yaml");
        Process kubectl = new ProcessBuilder(
                        "kubectl", "kustomize", FOLDER.resolve(folder).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(kubectl.waitFor()).as(Files.readString(output)).isZero();
        return Manifests.parsed(Files.readString(output));
    }

    private static boolean kubectlIsInstalled() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
