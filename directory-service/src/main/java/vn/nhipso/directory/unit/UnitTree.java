package vn.nhipso.directory.unit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Writes a whole subtree, a unit at a time as the database gives it. */
@ApplicationScoped
class UnitTree {

    /** At once; each holds a connection for as long as its reader takes. */
    private static final int STREAMS = 8;

    private final UnitRepository repository;
    private final ObjectMapper mapper;
    private final Semaphore free = new Semaphore(STREAMS);

    UnitTree(UnitRepository repository, ObjectMapper mapper) {
        this.repository = repository;
        this.mapper = mapper;
    }

    /** A line of the flat form. */
    record Line(int depth, @JsonUnwrapped UnitView unit) {}

    /** Fails with UNAVAILABLE while as many others are being written as the database should be kept busy by. */
    void write(String code, When when, Level deepest, boolean lines, OutputStream out) throws IOException {
        if (!free.tryAcquire()) {
            throw new ProblemException(
                            KitProblem.UNAVAILABLE,
                            new Text(
                                    "Đang có quá nhiều cây đơn vị được đọc cùng lúc.",
                                    "Too many trees are being read at the same time."))
                    .withRetryAfter(1);
        }
        try {
            if (lines) {
                writeLines(code, when, deepest, out);
            } else {
                writeNested(code, when, deepest, out);
            }
        } finally {
            free.release();
        }
    }

    /** A unit a line, depth first. */
    private void writeLines(String code, When when, Level deepest, OutputStream out) throws IOException {
        repository.tree(code, when, deepest, (depth, unit) -> {
            out.write(mapper.writeValueAsBytes(new Line(depth, UnitView.of(unit))));
            out.write('\n');
        });
        out.flush();
    }

    /** Objects within objects. */
    private void writeNested(String code, When when, Level deepest, OutputStream out) throws IOException {
        try (JsonGenerator json = mapper.createGenerator(out)) {
            Nesting nesting = new Nesting(json);
            repository.tree(code, when, deepest, nesting::add);
            nesting.closeTo(0);
        }
    }

    /** Closes and opens as the depth goes up and down. */
    private static final class Nesting {
        private final JsonGenerator json;
        private int open;

        Nesting(JsonGenerator json) {
            this.json = json;
        }

        void add(int depth, UnitVersion unit) throws IOException {
            closeTo(depth);
            json.writeStartObject();
            json.writePOJOField("unit", UnitView.of(unit));
            json.writeArrayFieldStart("children");
            open++;
        }

        void closeTo(int depth) throws IOException {
            while (open > depth) {
                json.writeEndArray();
                json.writeEndObject();
                open--;
            }
        }
    }
}
