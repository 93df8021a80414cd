package vn.nhipso.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Picks the line of a log that says why a process ended. */
final class LastWords {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final int LONGEST = 240;
    private static final Pattern FULL_DISK = Pattern.compile("No space left on device", Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> TELLING = List.of(
            Pattern.compile("\\b(FATAL|PANIC)\\b"),
            Pattern.compile("\\bCaused by: "),
            Pattern.compile("\\b(ERROR|SEVERE)\\b|Exception\\b|Error\\b|Operation not permitted"));

    private LastWords() {}

    /** @param from where this run of the process began to write: what an earlier one said explains nothing */
    static String of(Path log, long from) throws IOException {
        List<String> lines =
                tail(log, from).lines().filter(line -> !line.isBlank()).toList();
        if (lines.stream().anyMatch(line -> FULL_DISK.matcher(line).find())) {
            return "the disk is full";
        }
        for (Pattern telling : TELLING) {
            for (String line : lines.reversed()) {
                if (telling.matcher(line).find()) {
                    return shortened(line);
                }
            }
        }
        return lines.isEmpty() ? "it said nothing" : shortened(lines.getLast());
    }

    private static String shortened(String line) {
        String words = line.strip();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + " …";
    }

    private static String tail(Path log, long from) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long begin = Math.max(Math.min(from, file.length()), file.length() - TAIL_BYTES);
            file.seek(begin);
            byte[] bytes = new byte[(int) (file.length() - begin)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
