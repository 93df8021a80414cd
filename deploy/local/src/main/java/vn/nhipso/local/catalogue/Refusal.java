package vn.nhipso.local.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.nhipso.local.stack.StackException;

/** Why a list was not taken: the problem, and every bad row that the directory names. */
final class Refusal {

    private static final int SHOWN = 20;

    private final JsonNode problem;
    private final String sentence;
    private final List<JsonNode> errors = new ArrayList<>();

    /** @param problem a problem, or a job that failed: that says what is wrong as a whole among its errors, without a place */
    Refusal(JsonNode problem) {
        this.problem = problem;
        JsonNode whole = problem;
        for (JsonNode error : problem.path("errors")) {
            if (problem.hasNonNull("code") || error.hasNonNull("row") || error.hasNonNull("pointer")) {
                errors.add(error);
            } else {
                whole = error;
            }
        }
        this.sentence = sentence(whole);
    }

    void print(PrintStream out) {
        out.println("refused, nothing was changed: " + sentence);
        errors.stream().limit(SHOWN).forEach(error -> out.println("  " + line(error)));
        if (count() > SHOWN) {
            out.println("  and " + (count() - SHOWN) + " more (--errors FILE writes them as CSV)");
        }
    }

    /** All that the directory lists, a row each. */
    void write(Path file) {
        Stream<String> rows = errors.stream()
                .map(error -> String.join(
                        ",",
                        quoted(error.path("row").asText()),
                        quoted(error.path("pointer").asText()),
                        quoted(error.path("code").asText()),
                        quoted(error.path("detail").asText())));
        try {
            Files.write(file, (Iterable<String>) Stream.concat(Stream.of("line,place,code,detail"), rows)::iterator);
        } catch (IOException e) {
            throw new StackException("The errors cannot be written to " + file + " (" + e.getMessage() + ").", e);
        }
    }

    /** As many as there are, also where the directory lists only the first of them. */
    long count() {
        return Math.max(errors.size(), problem.path("errorCount").asLong());
    }

    long listed() {
        return errors.size();
    }

    private static String sentence(JsonNode problem) {
        String detail = problem.path("detail").asText(problem.path("title").asText());
        String sentence = (problem.path("code").asText() + " " + detail).strip();
        if (!sentence.isEmpty()) {
            return sentence;
        }
        return problem.has("errors")
                ? "what is wrong is said below"
                : problem.path("status").asText();
    }

    private static String line(JsonNode error) {
        String row = error.hasNonNull("row") ? "line " + error.path("row").asText() : "";
        String place = error.path("pointer").asText();
        String where = row.isEmpty() || place.isEmpty() ? row + place : row + " (" + place + ")";
        return (where.isEmpty() ? "" : where + ": ") + error.path("code").asText() + " "
                + error.path("detail").asText();
    }

    private static String quoted(String cell) {
        return cell.matches("[\\p{L}\\p{N}_/-]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
