package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.finding.Place;
import vn.nhipso.indicator.measurement.revision.WaitingRevisions;
import vn.nhipso.indicator.unit.UnitHistories;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.period.Period;
import vn.nhipso.kit.period.ReportingCalendar;
import vn.nhipso.kit.problem.ProblemCode;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.time.VietnamTime;

/** Makes returns and reads one. */
@ApplicationScoped
class ReturnService {

    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Work work;
    private final ReturnStore store;
    private final ReturnReader reader;
    private final ReturnRights rights;
    private final DutyReader duties;
    private final WaitingRevisions waiting;
    private final Units units;
    private final Outbox outbox;
    private final Clock clock;

    ReturnService(
            Work work,
            ReturnStore store,
            ReturnReader reader,
            ReturnRights rights,
            DutyReader duties,
            WaitingRevisions waiting,
            Units units,
            Outbox outbox,
            Clock clock) {
        this.work = work;
        this.store = store;
        this.reader = reader;
        this.rights = rights;
        this.duties = duties;
        this.waiting = waiting;
        this.units = units;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** With its progress and history. */
    ReturnState find(UUID id, Person who) {
        ReturnRow row = seen(id, who);
        return work.read(connection -> reader.state(connection, row, duties.read(connection)));
    }

    /** What its approval would publish. */
    List<WaitingRevisions.Waiting> waiting(UUID id, Person who) {
        ReturnRow row = seen(id, who);
        return work.read(
                connection -> waiting.of(connection, row.unit(), row.period().toString()));
    }

    /** Fails with RETURN_NOT_FOUND, or FORBIDDEN outside role or subtree. */
    ReturnRow seen(UUID id, Person who) {
        ReturnRow row =
                work.read(connection -> store.find(connection, id, false)).orElseThrow(() -> notFound(id));
        rights.require(who, row.unit(), row.period());
        return row;
    }

    /** 201, or 200 with the one that is there. */
    KeptAnswer create(CreateReturn body, Person who, @Nullable String idempotencyKey) {
        requireUnit(body.unit(), body.period());
        rights.require(who, body.unit(), body.period());
        return work.once(
                new Work.Once(idempotencyKey, who.name(), "POST /v1/returns " + body),
                tx -> create(tx, new Place(body.unit(), body.period().toString()), who));
    }

    private KeptAnswer create(Connection tx, Place place, Person who) throws SQLException {
        Duties owed = duties.read(tx);
        List<ReturnRow> made = store.create(tx, Set.of(place));
        if (made.isEmpty()) {
            ReturnRow known = store.lock(tx, Set.of(place)).getFirst();
            return answer(OK, reader.state(tx, known, owed).view());
        }
        ReturnRow row = made.getFirst();
        long position = store.tell(tx, List.of(new Entry(row, What.CREATED, who.name(), null)), owed);
        return answer(CREATED, reader.state(tx, row, owed).view().at(outbox.token(position)));
    }

    private static KeptAnswer answer(int status, ReturnView view) {
        return new KeptAnswer(status, "/v1/returns/" + view.id(), EventJson.write(view));
    }

    private void requireUnit(String unit, Period period) {
        List<LocalDate> days = Arrays.stream(ReportingCalendar.values())
                .map(calendar -> calendar.closingDay(period))
                .toList();
        UnitHistories found = units.findSoon(List.of(unit), known -> livesOnOne(known, unit, days));
        if (!found.of(unit).isKnown()) {
            throw refused(
                    IndicatorProblem.UNIT_UNKNOWN,
                    "/unit",
                    Text.of("Không có đơn vị mang mã %s.", "There is no unit with code %s.", unit));
        }
        if (!livesOnOne(found, unit, days)) {
            throw refused(
                    IndicatorProblem.UNIT_NOT_ALIVE,
                    "/unit",
                    Text.of(
                            "Vào ngày %2$s không có đơn vị mang mã %1$s.",
                            "No unit bore the code %1$s on %2$s.", unit, days.getFirst()));
        }
        if (!ReportingCalendar.ADMINISTRATIVE.hasBegun(period, VietnamTime.today(clock))) {
            throw refused(
                    IndicatorProblem.PERIOD_IN_FUTURE,
                    "/period",
                    Text.of("Kỳ %s chưa bắt đầu.", "The period %s has not begun.", period));
        }
    }

    private static boolean livesOnOne(UnitHistories known, String unit, List<LocalDate> days) {
        return days.stream().anyMatch(day -> known.of(unit).on(day) != null);
    }

    static ProblemException refused(ProblemCode code, String pointer, Text detail) {
        return new ProblemException(code, detail).withErrors(List.of(ProblemError.at(pointer, code.name(), detail)));
    }

    static ProblemException notFound(Object id) {
        return new ProblemException(
                IndicatorProblem.RETURN_NOT_FOUND, Text.of("Không có báo cáo %s.", "There is no return %s.", id));
    }
}
