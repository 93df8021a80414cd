package vn.nhipso.local;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Measurements that a benchmark sends: at a rate for some time, or as fast as they are taken. */
final class BenchLoad {

    @Option(names = "--rate", defaultValue = "1000")
    private int rate;

    @Option(names = "--seconds", defaultValue = "30")
    private int seconds;

    @Option(names = "--burst")
    private @Nullable Integer burst;

    int rate() {
        BenchRun.requireAtLeast(1, "--rate", rate);
        return rate;
    }

    int seconds(int least) {
        BenchRun.requireAtLeast(least, "--seconds", seconds);
        return seconds;
    }

    int burst(int otherwise) {
        int given = burst == null ? otherwise : burst;
        BenchRun.requireAtLeast(0, "--burst", given);
        return given;
    }
}
