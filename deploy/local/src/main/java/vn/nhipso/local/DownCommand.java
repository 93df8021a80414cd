package vn.nhipso.local;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.Leftovers;
import vn.nhipso.local.stack.StackException;
import vn.nhipso.local.stack.StackLock;

/** {@code deploy/local/down}: asks the launcher to end, and waits until it has and nothing of it is left. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 60;

    @Mixin
    private StackOptions stack = new StackOptions();

    @Override
    public Integer call() throws Exception {
        DataFolder data = stack.data();
        Optional<StackLock> lock = StackLock.tryTake(data);
        if (lock.isEmpty()) {
            endLauncher(data);
        }
        Leftovers.awaitEnd(data);
        lock.ifPresent(StackLock::close);
        System.out.println(lock.isPresent() ? "No stack runs on " + data.root() + "." : "Stopped.");
        return 0;
    }

    private static void endLauncher(DataFolder data) throws Exception {
        ProcessHandle launcher = StackLock.holder(data)
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new StackException(
                        "The launcher of " + data.root() + " holds its lock but cannot be found: end it by hand."));
        System.out.println("Stopping (process " + launcher.pid() + ") ...");
        if (!launcher.destroy()) {
            throw new StackException("The launcher (process " + launcher.pid()
                    + ") cannot be stopped by this user: stop it as the one who started it.");
        }
        try {
            launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            // Its children are on life lines: they end with it.
            launcher.destroyForcibly();
        }
    }
}
