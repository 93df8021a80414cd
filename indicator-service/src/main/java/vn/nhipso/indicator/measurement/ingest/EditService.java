package vn.nhipso.indicator.measurement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.measurement.Key;
import vn.nhipso.indicator.measurement.MeasurementView;
import vn.nhipso.indicator.measurement.Measurements;
import vn.nhipso.indicator.measurement.PresentMeasurement;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.IdempotencyKeys;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemCode;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;

/** Alters or withdraws one measurement over the revision that its author has seen: a batch of one row, on the same path. */
@ApplicationScoped
class EditService {

    private static final String ROW = "/items/0";

    private final Measurements measurements;
    private final Screening screening;
    private final Ingest ingest;
    private final IdempotencyKeys keys;
    private final Outbox outbox;
    private final Caller caller;

    EditService(
            Measurements measurements,
            Screening screening,
            Ingest ingest,
            IdempotencyKeys keys,
            Outbox outbox,
            Caller caller) {
        this.measurements = measurements;
        this.screening = screening;
        this.ingest = ingest;
        this.keys = keys;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** Fails with PRECONDITION_REQUIRED, PRECONDITION_FAILED with what stands, or what is wrong with the value. */
    KeptAnswer take(EditRequest request) throws IOException {
        PresentMeasurement present = request.withdrawal()
                ? measurements.find(request.id(), caller)
                : measurements.findStanding(request.id(), caller);
        Row row = new Row(item(request, present.view()));
        screening.screen(List.of(row), request.author());
        LongFunction<EditAnswer> answer = position -> EditAnswer.of(
                present.view().id(),
                row,
                request.author().mayPublish() && !row.isSilent(),
                outbox.token(position),
                request.language());
        SingleEdit edit = new SingleEdit(keys, request, seen(request, present), answer);
        long position = write(request, row, edit);
        KeptAnswer before = edit.kept();
        if (before != null) {
            return before;
        }
        refuse(row);
        return new KeptAnswer(200, null, EventJson.write(answer.apply(position)));
    }

    private static BatchItem item(EditRequest request, MeasurementView of) throws IOException {
        Key key = new Key(of.unit(), of.period(), of.indicator(), of.scope());
        return request.withdrawal()
                ? EditReader.withdrawal(request.body(), key)
                : EditReader.value(request.body(), key);
    }

    /** What is withdrawn already may be withdrawn again, whatever was seen: that changes nothing. */
    private static @Nullable IfMatch seen(EditRequest request, PresentMeasurement present) {
        if (request.withdrawal() && present.withdrawn()) {
            return null;
        }
        if (request.ifMatch() == null) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_REQUIRED,
                    new Text(
                            "Gửi If-Match với ETag của số liệu đã đọc.",
                            "Send If-Match with the ETag of the measurement as you read it."));
        }
        return IfMatch.parse(request.ifMatch());
    }

    private long write(EditRequest request, Row row, SingleEdit edit) {
        try {
            return ingest.write(List.of(row), new Ingest.Order(request.author(), true, false), edit);
        } catch (StaleEditException stale) {
            PresentMeasurement present = measurements.find(request.id(), caller);
            ProblemException problem = new ProblemException(
                            KitProblem.PRECONDITION_FAILED,
                            new Text(
                                    "Số liệu đã có lần ghi mới từ khi được đọc; hãy xem lại (“present”).",
                                    "The measurement has a newer revision than the one you read; look again (\"present\")."))
                    .with("present", present.view())
                    .with("etag", "\"" + present.etag() + "\"");
            throw present.withdrawn() ? problem.with("withdrawn", true) : problem;
        }
    }

    /** One row, so the problem is that of the row, and its pointers are those of the body. */
    private static void refuse(Row row) {
        List<ProblemError> errors = row.errors().stream()
                .map(error -> new ProblemError(pointer(error.pointer()), null, error.code(), error.detail()))
                .toList();
        if (!errors.isEmpty()) {
            ProblemError first = errors.getFirst();
            throw new ProblemException(code(first.code()), first.detail()).withErrors(errors);
        }
    }

    private static @Nullable String pointer(@Nullable String pointer) {
        return pointer != null && pointer.startsWith(ROW) ? pointer.substring(ROW.length()) : pointer;
    }

    private static ProblemCode code(String name) {
        return Stream.<ProblemCode>concat(Arrays.stream(IndicatorProblem.values()), Arrays.stream(KitProblem.values()))
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(KitProblem.INVALID_FIELD);
    }
}
