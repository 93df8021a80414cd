package vn.nhipso.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;

/**
 * The instances of the reporting service that share the work of a running stack. Some of them can be held still, warm as they are, so that the others
 * have all of it; they go on when this ends, however it ends.
 */
public final class ReportingGroup implements AutoCloseable {

    private static final String GROUP = "reporting";
    private static final String MEASUREMENTS = "indicator.measurements";
    /** A silent instance counts as dead after ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long LOOK_AGAIN_MILLIS = 100;
    /** Tells its settings to everybody otherwise. */
    private static final Logger CLIENT = Logger.getLogger("org.apache.kafka");

    private final DataFolder data;
    private final List<String> processes;
    private final Deque<Freeze> held = new ArrayDeque<>();
    private final Admin kafka;

    private ReportingGroup(DataFolder data, List<String> processes, Admin kafka) {
        this.data = data;
        this.processes = processes;
        this.kafka = kafka;
    }

    public static ReportingGroup of(DataFolder data, Ports ports) {
        CLIENT.setLevel(Level.WARNING);
        List<String> processes = new Ports(ports.offset(), Ports.MOST_REPORTING)
                .instances().stream()
                        .filter(instance -> instance.service() == Service.REPORTING)
                        .map(ServiceInstance::module)
                        .filter(module -> running(data, module).isPresent())
                        .toList();
        return new ReportingGroup(
                data, processes, Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ports.bootstrap())));
    }

    private static Optional<ProcessHandle> running(DataFolder data, String module) {
        try {
            return ProcessHandle.of(Long.parseLong(
                            Files.readString(data.pidFile(module)).strip()))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Names of the processes that run, the one that answers on the service's own port first. */
    public List<String> processes() {
        return processes;
    }

    /** Holds all but so many still, and returns when these have the measurements among them. */
    public void leave(int working) {
        while (processes.size() - held.size() < working) {
            held.pop().close();
        }
        while (processes.size() - held.size() > working) {
            String next = processes.get(processes.size() - held.size() - 1);
            held.push(new Freeze(running(data, next)
                    .orElseThrow(() -> new StackException(next + " has ended: look at " + data.log(next) + "."))));
        }
        awaitShared(working);
    }

    private void awaitShared(int working) {
        long begin = System.nanoTime();
        while (!isSharedBy(working)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new StackException("Kafka has not given the measurements to " + working
                        + " of the reporting services within " + PATIENCE.toSeconds() + " s.");
            }
            pause();
        }
    }

    private boolean isSharedBy(int working) {
        try {
            return kafka.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                    .allMatch(group -> isSharedBy(working, group));
        } catch (ExecutionException e) {
            throw new StackException("Kafka does not say who has the measurements (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the work was shared.", e);
        }
    }

    private static boolean isSharedBy(int working, ConsumerGroupDescription group) {
        Collection<MemberDescription> members = group.members();
        return group.groupState() == GroupState.STABLE
                && members.size() == working
                && members.stream().allMatch(ReportingGroup::hasMeasurements);
    }

    private static boolean hasMeasurements(MemberDescription member) {
        return member.assignment().topicPartitions().stream()
                .anyMatch(partition -> partition.topic().equals(MEASUREMENTS));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the work was shared.", e);
        }
    }

    @Override
    public void close() {
        new ArrayList<>(held).forEach(Freeze::close);
        held.clear();
        kafka.close();
    }
}
