package vn.nhipso.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.demo.DemoData;
import vn.nhipso.local.demo.Figures;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.Leftovers;
import vn.nhipso.local.stack.LocalStack;
import vn.nhipso.local.stack.Ports;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.ServiceInstance;
import vn.nhipso.local.stack.StackException;
import vn.nhipso.local.stack.StackLock;
import vn.nhipso.local.token.Role;
import vn.nhipso.local.token.SigningKey;
import vn.nhipso.local.token.TokenIssuer;

/** Brings a stack up and stays with it until it is told to end; what it started ends with it. */
final class Launcher {

    private final StackOptions options;
    private final Ports ports;
    private final boolean fresh;
    private final boolean demo;
    private final Progress progress;
    private final CountDownLatch end = new CountDownLatch(1);

    /** @param reporting instances of the reporting service */
    Launcher(StackOptions options, int reporting, boolean fresh, boolean demo, Progress progress) {
        this.options = options;
        this.ports = new Ports(options.offset(), reporting);
        this.fresh = fresh;
        this.demo = demo;
        this.progress = progress;
    }

    int run(boolean detached) throws IOException, InterruptedException {
        DataFolder data = options.data();
        StackLock lock = StackLock.take(data);
        if (detached) {
            DetachedLauncher.endWithParent();
        }
        Leftovers.awaitEnd(data);
        Files.deleteIfExists(data.ready());
        if (fresh) {
            progress.say("beginning anew: the data of the last run are deleted");
            data.clear();
        }
        data.rollLogs();
        SigningKey key = SigningKey.of(data);
        TokenIssuer tokens = new TokenIssuer(key, Clock.systemUTC());
        tokens.writeDemoTokens(data);
        LocalStack stack = new LocalStack(options.repository(), data, ports, key.issuer(), progress);
        Thread stopping = new Thread(() -> stop(stack, lock), "stop");
        Runtime.getRuntime().addShutdownHook(stopping);
        stack.start();
        Supervisor supervisor = new Supervisor(stack, progress, end::countDown);
        supervisor.watch();
        if (demo) {
            loadDemo(data, tokens);
        }
        sayWhereToLook(data);
        Files.writeString(data.ready(), ProcessHandle.current().pid() + "\n");
        await();
        throw new StackException(
                "The stack was stopped because it does not stay up; see the logs in " + data.logs() + ".");
    }

    private void loadDemo(DataFolder data, TokenIssuer tokens) {
        String steward = tokens.token("steward", TokenIssuer.WHOLE_TREE, List.of(Role.STEWARD.claim()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            List<String> sequences = new DemoData(
                            client(http, Service.DIRECTORY, steward),
                            client(http, Service.INDICATOR, steward),
                            data,
                            progress)
                    .load();
            progress.say("what the figures add up to:");
            new Figures(client(http, Service.REPORTING, steward), sequences).print(System.out);
        }
    }

    private ApiClient client(HttpClient http, Service service, String token) {
        return new ApiClient(http, ports.uri(service), token);
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(LocalStack stack, StackLock lock) {
        boolean started = stack.isStarted();
        if (started) {
            progress.say("stopping ...");
        }
        stack.close();
        lock.close();
        if (started) {
            progress.say("stopped; nothing is left running");
        }
    }

    private void sayWhereToLook(DataFolder data) {
        progress.say("ready");
        for (ServiceInstance instance : ports.instances()) {
            System.out.printf("  %-19s %s/swagger-ui%n", instance.module(), ports.uri(instance));
        }
        System.out.printf("  %-19s %s (user → bearer token)%n", "tokens", data.tokens());
        System.out.printf("  %-19s %s%n", "logs", data.logs());
    }
}
