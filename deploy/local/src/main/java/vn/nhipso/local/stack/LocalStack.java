package vn.nhipso.local.stack;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** All processes of a stack: started in order, awaited, stopped in the opposite order; each can be killed and started again. */
public final class LocalStack implements AutoCloseable {

    private static final String DATABASE = "postgresql";
    private static final String BROKER = "kafka";
    private static final List<String> SERVERS = List.of(BROKER, DATABASE);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long POLL_MILLIS = 100;
    private static final int START_ATTEMPTS = 5;
    private static final long RESTART_PAUSE_MILLIS = 1_000;

    private final StackSettings settings;
    private final Progress progress;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, StackMember> members = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    public LocalStack(Path repository, DataFolder data, Ports ports, TrustedIssuer issuer, Progress progress) {
        data.create();
        this.settings =
                new StackSettings(repository.toAbsolutePath().normalize(), data, ports, Passwords.of(data), issuer);
        this.progress = progress;
    }

    public Ports ports() {
        return settings.ports();
    }

    public DataFolder data() {
        return settings.data();
    }

    public void start() {
        settings.ports().requireFree();
        settings.data().requireSpace();
        try {
            Map<String, Supplier<StackMember>> servers = new LinkedHashMap<>();
            servers.put(
                    DATABASE, () -> EmbeddedDatabase.start(settings.data(), settings.ports(), settings.passwords()));
            servers.put(BROKER, () -> EmbeddedBroker.start(settings.data(), settings.ports()));
            startTogether(servers);
            Map<String, Supplier<StackMember>> services = new LinkedHashMap<>();
            for (ServiceInstance instance : ports().instances()) {
                services.put(instance.module(), () -> ServiceProcess.start(instance, settings, http));
            }
            startTogether(services);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void startTogether(Map<String, Supplier<StackMember>> starts) {
        requireRunning();
        progress.say("starting " + String.join(", ", starts.keySet()));
        List<CompletableFuture<Void>> started = new ArrayList<>();
        starts.forEach((name, start) -> started.add(
                CompletableFuture.runAsync(() -> members.put(name, start.get()), Thread::startVirtualThread)));
        try {
            CompletableFuture.allOf(started.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException cause ? cause : e;
        }
        starts.keySet().forEach(this::awaitReady);
    }

    private void requireRunning() {
        if (stopping) {
            throw new StackException("The stack was stopped while it started.");
        }
    }

    public void awaitReady(Service service) {
        awaitReady(service.module());
    }

    /** Waits until it answers; it must have been started. */
    public void awaitReady(String name) {
        long begin = System.nanoTime();
        long spoken = begin;
        while (true) {
            requireRunning();
            StackMember member = member(name);
            if (member.isReady()) {
                progress.say(name + " is ready");
                return;
            }
            requireAlive(name, member.process());
            if (elapsed(begin).compareTo(PATIENCE) > 0) {
                throw new StackException(name + " is not ready after " + PATIENCE.toSeconds() + " s: "
                        + member.process().lastWords() + " (log: "
                        + member.process().log() + ").");
            }
            if (elapsed(spoken).toSeconds() >= 3) {
                progress.say("waiting for " + name + " ...");
                spoken = System.nanoTime();
            }
            pause(POLL_MILLIS);
        }
    }

    private static void requireAlive(String name, ChildProcess process) {
        if (process.isAlive()) {
            return;
        }
        String advice = name.equals(DATABASE) || name.equals(BROKER)
                ? "; if its data are damaged, deploy/local/up --fresh begins anew and deletes them."
                : ".";
        throw new StackException(
                name + " did not start: " + process.lastWords() + " (log: " + process.log() + ")" + advice);
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the stack started.", e);
        }
    }

    private StackMember member(String name) {
        StackMember member = members.get(name);
        if (member == null) {
            throw new StackException(name + " has not been started.");
        }
        return member;
    }

    /** Every process that was started. */
    public List<String> names() {
        return members.keySet().stream().sorted().toList();
    }

    /** A further instance of a service beside those that a start brings up; ends with the stack. */
    public void startAnother(ServiceInstance instance) {
        startTogether(Map.of(instance.module(), () -> ServiceProcess.start(instance, settings, http)));
    }

    /** Ends one process for good, as asked. */
    public void end(ServiceInstance instance) {
        stopTogether(List.of(instance.module()));
    }

    public boolean isAlive(String name) {
        return member(name).process().isAlive();
    }

    /** The process itself; empty when it does not run. */
    public Optional<ProcessHandle> handle(String name) {
        return member(name).process().handle();
    }

    /** kill -9. */
    public void kill(String name) {
        member(name).process().kill();
    }

    /** kill -9. */
    public void kill(Service service) {
        kill(service.module());
    }

    public void killDatabase() {
        kill(DATABASE);
    }

    public void killBroker() {
        kill(BROKER);
    }

    /** Starts again what has ended, on the same data, and waits until it is ready. */
    public void startAgain(Service service) {
        startAgain(service.module());
    }

    public void startDatabaseAgain() {
        startAgain(DATABASE);
    }

    public void startBrokerAgain() {
        startAgain(BROKER);
    }

    /**
     * What {@link #onEnd} reported can be given back here. Tried again for a while: a server that was killed leaves children and
     * shared memory behind for a moment, and refuses to start beside them.
     */
    public void startAgain(String name) {
        for (int attempt = 1; ; attempt++) {
            requireRunning();
            members.put(name, member(name).startAgain());
            try {
                awaitReady(name);
                return;
            } catch (StackException notYet) {
                if (attempt == START_ATTEMPTS || member(name).process().isAlive()) {
                    throw notYet;
                }
                pause(RESTART_PAUSE_MILLIS);
            }
        }
    }

    /** Calls back with name and exit code whenever a process ends that was not told to. Applies to the processes of this moment. */
    public void onEnd(BiConsumer<String, Integer> listener) {
        members.keySet().forEach(name -> onEnd(name, listener));
    }

    public void onEnd(String name, BiConsumer<String, Integer> listener) {
        CompletableFuture<Void> ignored = member(name).process().onExit().thenAccept(code -> {
            if (!stopping) {
                listener.accept(name, code);
            }
        });
    }

    public String lastWords(String name) {
        return member(name).process().lastWords();
    }

    /** Whether anything of it may run. */
    public boolean isStarted() {
        return !members.isEmpty();
    }

    /** Services first, so that they can say goodbye to the broker and the database. */
    public synchronized void stop() {
        stopping = true;
        stopTogether(members.keySet().stream()
                .filter(name -> !SERVERS.contains(name))
                .toList());
        stopTogether(SERVERS);
    }

    private void stopTogether(List<String> names) {
        CompletableFuture.allOf(names.stream()
                        .map(members::remove)
                        .filter(member -> member != null)
                        .map(member -> CompletableFuture.runAsync(
                                () -> member.process().stop()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Override
    public void close() {
        stop();
        http.close();
    }
}
