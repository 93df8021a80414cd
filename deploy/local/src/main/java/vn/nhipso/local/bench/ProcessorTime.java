package vn.nhipso.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vn.nhipso.local.stack.DataFolder;

/**
 * What was taken of the processors since the machine and the processes began, as Linux counts it; nothing elsewhere.
 *
 * @param parties processor time by name
 */
record ProcessorTime(Map<String, Duration> parties) {

    static final String MACHINE = "machine";

    /** Linux shows ticks of that length, whatever its own are. */
    private static final Duration TICK = Duration.ofMillis(10);

    private static final Path PROC = Path.of("/proc");

    /** @param parties name → processes, each with all that it started, what has ended included */
    static ProcessorTime now(DataFolder data, Map<String, ? extends Collection<String>> parties) {
        Map<String, Duration> taken = new LinkedHashMap<>();
        parties.forEach((name, processes) -> taken.put(
                name,
                ticks(processes.stream()
                        .flatMap(process -> tree(data, process))
                        .mapToLong(ProcessorTime::ofProcess)
                        .sum())));
        taken.put(MACHINE, ticks(ofMachine()));
        return new ProcessorTime(taken);
    }

    /** How many processors each party kept busy since then, in hundredths. */
    Map<String, Long> busySince(ProcessorTime before, Duration elapsed) {
        Map<String, Long> busy = new LinkedHashMap<>();
        parties.forEach((name, taken) -> busy.put(
                name,
                taken.minus(before.parties.getOrDefault(name, Duration.ZERO)).toNanos()
                        * 100
                        / Math.max(1, elapsed.toNanos())));
        return busy;
    }

    private static Duration ticks(long number) {
        return TICK.multipliedBy(number);
    }

    private static Stream<ProcessHandle> tree(DataFolder data, String process) {
        String pid = read(data.pidFile(process)).strip();
        return pid.isEmpty()
                ? Stream.empty()
                : ProcessHandle.of(Long.parseLong(pid)).stream()
                        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()));
    }

    /** Its own and of its children that have ended: user, system, and both of them. */
    private static long ofProcess(ProcessHandle process) {
        String stat = read(PROC.resolve(Long.toString(process.pid())).resolve("stat"));
        // The name before stands in parentheses and may hold anything.
        List<String> fields =
                List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1));
        return fields.size() < 15
                ? 0
                : fields.subList(11, 15).stream().mapToLong(Long::parseLong).sum();
    }

    /** All but idle and waiting for disks. */
    private static long ofMachine() {
        long[] ticks = read(PROC.resolve("stat"))
                .lines()
                .filter(line -> line.startsWith("cpu "))
                .flatMapToLong(line ->
                        Arrays.stream(line.substring(4).strip().split(" +", -1)).mapToLong(Long::parseLong))
                .toArray();
        return ticks.length < 7
                ? 0
                : LongStream.of(ticks[0], ticks[1], ticks[2], ticks[5], ticks[6])
                        .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unknown) {
            return "";
        }
    }
}
