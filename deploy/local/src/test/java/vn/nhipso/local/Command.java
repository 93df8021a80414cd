package vn.nhipso.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The commands of deploy/local as a user types them, on a data folder of the build. */
public final class Command {

    static final Path DATA = Path.of("target", "launcher-data").toAbsolutePath();

    private Command() {}

    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> everything = Files.walk(folder)) {
                for (Path path : everything.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    public record Result(int exitCode, String output) {}

    static Result run(String... words) throws IOException, InterruptedException {
        return run(DATA, words);
    }

    /** @param data where the stack is that the command is for */
    public static Result run(Path data, String... words) throws IOException, InterruptedException {
        Path output = Files.createTempFile(Path.of("target"), "command", ".out");
        Process process = start(data, output, words);
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", words) + " did not end:\n" + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output));
    }

    static Process start(Path output, String... words) throws IOException {
        return start(DATA, output, words);
    }

    private static Process start(Path data, Path output, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(words));
        command.set(0, Path.of(words[0]).toAbsolutePath().toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("NHIPSO_DATA", data.toString());
        builder.environment().put("NHIPSO_BUILD", "no");
        builder.environment().put("NHIPSO_JAVA_OPTIONS", System.getProperty("nhipso.java-options", ""));
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }
}
