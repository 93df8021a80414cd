package vn.nhipso.local;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipso.local.stack.Progress;

/** {@code deploy/local/up}. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private StackOptions stack = new StackOptions();

    @Option(names = "--detach", description = "returns when all is ready")
    private boolean detach;

    @Option(names = "--fresh", description = "deletes the data first")
    private boolean fresh;

    @Option(names = "--no-demo", description = "loads no demo data")
    private boolean noDemo;

    @Option(names = "--reporting", defaultValue = "1", description = "instances of the reporting service")
    private int reporting;

    @Option(names = "--detached", hidden = true, description = "the launcher behind --detach")
    private boolean detached;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (detach) {
            return new DetachedLauncher(stack.data(), stack.offset()).start(arguments());
        }
        Progress progress = new Progress(System.out, Clock.systemUTC());
        return new Launcher(stack, reporting, fresh, !noDemo, progress).run(detached);
    }

    private String[] arguments() {
        String offset = Integer.toString(stack.offset());
        return java.util.stream.Stream.of(
                        "up",
                        "--detached",
                        "--offset",
                        offset,
                        "--reporting",
                        Integer.toString(reporting),
                        fresh ? "--fresh" : "",
                        noDemo ? "--no-demo" : "")
                .filter(argument -> !argument.isEmpty())
                .toArray(String[]::new);
    }
}
