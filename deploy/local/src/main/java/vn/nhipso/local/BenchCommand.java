package vn.nhipso.local;

import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipso.local.bench.BenchStack;
import vn.nhipso.local.bench.DemandedAnswers;
import vn.nhipso.local.bench.DirectoryBench;
import vn.nhipso.local.bench.IngestBench;
import vn.nhipso.local.bench.IngestSize;
import vn.nhipso.local.bench.InstancesBench;
import vn.nhipso.local.bench.RestatedBench;
import vn.nhipso.local.bench.RollupAnswers;
import vn.nhipso.local.bench.RollupGrowth;
import vn.nhipso.local.bench.RollupSize;
import vn.nhipso.local.bench.VisibleBench;
import vn.nhipso.local.stack.BesideService;
import vn.nhipso.local.stack.ReportingGroup;
import vn.nhipso.local.token.Role;
import vn.nhipso.local.token.SigningKey;
import vn.nhipso.local.token.TokenIssuer;

/** {@code deploy/local/bench}: a subcommand for each thing that is measured. */
@Command(
        name = "bench",
        subcommands = {
            BenchCommand.Visible.class,
            BenchCommand.Directory.class,
            BenchCommand.Ingest.class,
            BenchCommand.Instances.class,
            BenchCommand.Answers.class,
            BenchCommand.Rollup.class,
            BenchCommand.Restated.class
        })
final class BenchCommand {

    @Command(name = "visible")
    static final class Visible implements Runnable {

        @Mixin
        private StackOptions stack = new StackOptions();

        @Mixin
        private BenchLoad load = new BenchLoad();

        @Override
        public void run() {
            int rate = load.rate();
            int seconds = load.seconds(1);
            int burst = load.burst(0);
            BenchRun.on(stack, running -> {
                VisibleBench bench = new VisibleBench(running, Clock.systemUTC());
                if (burst > 0) {
                    bench.burst(burst);
                } else {
                    bench.steady(rate, seconds);
                }
            });
        }
    }

    @Command(name = "directory")
    static final class Directory implements Runnable {

        @Mixin
        private StackOptions stack = new StackOptions();

        @Mixin
        private BenchLists lists = new BenchLists();

        @Option(names = "--seconds", defaultValue = "30")
        private int seconds;

        @Option(names = "--clients", defaultValue = "16")
        private int clients;

        @Override
        public void run() {
            BenchRun.requireAtLeast(1, "--seconds", seconds);
            BenchRun.requireAtLeast(1, "--clients", clients);
            BenchRun.on(stack, running -> new DirectoryBench(running).run(lists.of(running.data()), seconds, clients));
        }
    }

    @Command(name = "ingest")
    static final class Ingest implements Runnable {

        @Mixin
        private StackOptions stack = new StackOptions();

        @Option(names = "--units", defaultValue = "144")
        private int units;

        @Option(names = "--indicators", defaultValue = "50")
        private int indicators;

        @Option(names = "--periods", defaultValue = "12")
        private int periods;

        @Option(names = "--clients", defaultValue = "4")
        private int clients;

        @Option(names = "--batch", defaultValue = "5000")
        private int batch;

        @Option(names = "--rounds", defaultValue = "3")
        private int rounds;

        @Option(names = "--minutes", defaultValue = "0")
        private int minutes;

        @Override
        public void run() {
            IngestSize size = new IngestSize(units, indicators, periods, clients, batch, rounds, minutes);
            BenchRun.on(stack, running -> new IngestBench(running, size, BenchRun.name()).run());
        }
    }

    @Command(name = "instances")
    static final class Instances implements Runnable {

        @Mixin
        private StackOptions stack = new StackOptions();

        @Option(names = "--rows", defaultValue = "50000")
        private int rows;

        @Option(names = "--corrections")
        private boolean corrections;

        @Option(names = "--rounds", defaultValue = "2")
        private int rounds;

        @Override
        public void run() {
            BenchRun.requireAtLeast(1, "--rows", rows);
            BenchRun.requireAtLeast(1, "--rounds", rounds);
            BenchRun.on(stack, running -> {
                try (ReportingGroup group = ReportingGroup.of(stack.data(), stack.ports())) {
                    new InstancesBench(running, group, rows, corrections, BenchRun.name()).run(rounds);
                }
            });
        }
    }

    @Command(name = "answers")
    static final class Answers implements Runnable {

        @Mixin
        private StackOptions stack = new StackOptions();

        @Option(names = "--seconds", defaultValue = "10")
        private int seconds;

        @Option(names = "--only", defaultValue = "")
        private String only = "";

        @Option(names = "--rate", defaultValue = "0")
        private int rate;

        @Option(names = "--questions", defaultValue = "50")
        private int questions;

        @Override
        public void run() {
            BenchRun.requireAtLeast(1, "--seconds", seconds);
            BenchRun.requireAtLeast(0, "--rate", rate);
            BenchRun.requireAtLeast(1, "--questions", questions);
            BenchRun.on(stack, running -> {
                if (rate > 0) {
                    new RollupAnswers(running, Clock.systemUTC()).measure(rate, questions, seconds);
                } else {
                    new DemandedAnswers(running, Clock.systemUTC()).measure(seconds, only);
                }
            });
        }
    }

    @Command(name = "rollup")
    static final class Rollup implements Runnable {

        @Mixin
        private StackOptions stack = new StackOptions();

        @Mixin
        private BenchLoad load = new BenchLoad();

        @Option(names = "--questions", defaultValue = "50")
        private int questions;

        @Option(names = "--growth", split = ",", defaultValue = "province,five")
        private List<String> growth = List.of();

        private static final int BURST = 200_000;

        /** Of each question that is asked by itself: there are some twenty. */
        private static final int MOST_SECONDS = 5;

        @Override
        public void run() {
            int rate = load.rate();
            int seconds = load.seconds(0);
            int burst = load.burst(BURST);
            BenchRun.requireAtLeast(1, "--questions", questions);
            List<RollupSize> sizes = RollupSize.named(growth);
            BenchRun.on(stack, running -> {
                if (seconds > 0) {
                    new VisibleBench(running, Clock.systemUTC()).steady(rate, seconds);
                }
                if (burst > 0) {
                    new VisibleBench(running, Clock.systemUTC()).burst(burst);
                }
                if (seconds > 0) {
                    new RollupAnswers(running, Clock.systemUTC()).measure(rate, questions, seconds);
                    new DemandedAnswers(running, Clock.systemUTC()).measure(Math.min(seconds, MOST_SECONDS), "");
                }
                grow(running, sizes);
            });
        }

        private void grow(BenchStack running, List<RollupSize> sizes) {
            SigningKey key = SigningKey.existing(stack.data());
            String operator = new TokenIssuer(key, Clock.systemUTC())
                    .token("bench", TokenIssuer.WHOLE_TREE, List.of(Role.OPERATOR.claim()));
            try (BesideService beside =
                    BesideService.start(stack.repository(), stack.data(), stack.ports(), key.issuer())) {
                new RollupGrowth(running, beside, operator).run(sizes);
            }
        }
    }

    @Command(name = "restated")
    static final class Restated implements Runnable {

        @Mixin
        private StackOptions stack = new StackOptions();

        @Mixin
        private BenchLists lists = new BenchLists();

        @Option(names = "--rounds", defaultValue = "3")
        private int rounds;

        @Override
        public void run() {
            BenchRun.requireAtLeast(1, "--rounds", rounds);
            BenchRun.on(stack, running -> new RestatedBench(running, Clock.systemUTC())
                    .run(lists.of(running.data()), rounds));
        }
    }
}
