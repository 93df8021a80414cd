package vn.nhipso.local.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What this machine is and has. */
final class Machine {

    private Machine() {}

    static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Options for every Java process of the stack beside its own: {@code NHIPSO_JAVA_OPTIONS} of whoever starts it. */
    static List<String> javaOptions() {
        return Arrays.stream(System.getProperty("nhipso.java-options", "").split(" +"))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    static boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    }

    static boolean isArm() {
        return List.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
