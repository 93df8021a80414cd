package vn.nhipso.indicator.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.outbox.OutboxMessage;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Defines indicators. */
@ApplicationScoped
class IndicatorService {

    private final IndicatorRepository indicators;
    private final Outbox outbox;
    private final Clock clock;

    IndicatorService(IndicatorRepository indicators, Outbox outbox, Clock clock) {
        this.indicators = indicators;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param created whether there was none before */
    record Outcome(IndicatorView view, boolean created) {}

    /**
     * @param expected the entity tag the caller has seen ({@code *} for any), or null
     * @param onlyNew whether there must be none yet
     */
    @Transactional
    Outcome define(String code, DefineIndicator body, @Nullable String expected, boolean onlyNew, String author) {
        if (code.startsWith(IndicatorCode.RESERVED)) {
            throw new ProblemException(
                    IndicatorProblem.INDICATOR_CODE_RESERVED,
                    Text.of(
                            "Các mã bắt đầu bằng %s do hệ thống tự tính.",
                            "Codes that begin with %s are counted by the system itself.", IndicatorCode.RESERVED));
        }
        indicators.lock(code);
        Indicator known = indicators.findById(code);
        if (known == null) {
            return create(code, body, expected, author);
        }
        if (onlyNew) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    Text.of("Chỉ tiêu %s đã có.", "Indicator %s exists already.", code));
        }
        return new Outcome(replace(known, body, expected, author), false);
    }

    private Outcome create(String code, DefineIndicator body, @Nullable String expected, String author) {
        if (expected != null) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    Text.of("Chưa có chỉ tiêu %s.", "There is no indicator %s yet.", code));
        }
        Indicator created = Indicator.first(code, body, now());
        indicators.persist(created);
        return new Outcome(announce(created, author), true);
    }

    private IndicatorView replace(Indicator known, DefineIndicator body, @Nullable String expected, String author) {
        if (known.saysTheSameAs(body)) {
            return IndicatorView.of(known);
        }
        if (expected == null) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_REQUIRED,
                    new Text(
                            "Đã có định nghĩa khác; gửi If-Match với ETag của định nghĩa đang có.",
                            "Another definition stands; send If-Match with the ETag of the present one."));
        }
        if (!expected.equals("*") && !expected.equals(IndicatorView.of(known).etag())) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    new Text(
                            "Định nghĩa đã thay đổi từ khi được đọc; hãy đọc lại.",
                            "The definition has changed since it was read; read it again."));
        }
        known.redefine(body, now());
        return announce(known, author);
    }

    private IndicatorView announce(Indicator indicator, String author) {
        indicators.log(indicator, author);
        long position = outbox.append(List.of(new OutboxMessage(
                Topics.INDICATOR_CATALOGUE,
                indicator.code,
                IndicatorDefined.TYPE,
                EventJson.write(IndicatorDefined.of(indicator)))));
        return IndicatorView.of(indicator, outbox.token(position));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
