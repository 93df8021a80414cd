package vn.nhipso.local.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process that is stopped in the middle of whatever it does, with everything below it. A shell holds it, which lets it go when this process
 * ends, however it ends: nothing frozen is left behind.
 */
public final class Freeze implements AutoCloseable {

    private static final String HOLD = "trap '' HUP INT TERM; kill -s STOP \"$@\"; read -r _; kill -s CONT \"$@\"";

    private final List<Process> holders = new ArrayList<>();

    public Freeze(ProcessHandle process) {
        hold(List.of(process));
        // Only now nothing is added below it any more.
        List<ProcessHandle> below = process.descendants().toList();
        if (!below.isEmpty()) {
            hold(below);
        }
    }

    private void hold(List<ProcessHandle> processes) {
        List<String> command = Stream.concat(
                        Stream.of("/bin/sh", "-c", HOLD, "freeze"),
                        processes.stream().map(process -> Long.toString(process.pid())))
                .toList();
        try {
            holders.add(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            close();
            throw new StackException("A process cannot be stopped (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public void close() {
        for (Process holder : holders) {
            try {
                holder.getOutputStream().close();
                holder.waitFor();
            } catch (IOException gone) {
                // Then it has let go already.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
