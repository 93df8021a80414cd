package vn.nhipso.indicator.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.OnceOnly;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.idempotency.KeptAnswer;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;

/** Defines and retires indicators, one at a time. */
@ApplicationScoped
class IndicatorService {

    private final Catalogue catalogue;
    private final OnceOnly once;

    IndicatorService(Catalogue catalogue, OnceOnly once) {
        this.catalogue = catalogue;
        this.once = once;
    }

    /** @param created whether there was none before */
    record Outcome(IndicatorView view, boolean created) {}

    /**
     * Under which conditions a definition is taken.
     *
     * @param expected the entity tag the caller has seen ({@code *} for any), or null
     * @param onlyNew whether there must be none yet
     * @param wordingOnly whether changed texts are said to mean the same
     * @param allowGap whether days without any version are meant
     */
    record Terms(@Nullable String expected, boolean onlyNew, boolean wordingOnly, boolean allowGap) {}

    @Transactional
    Outcome define(String code, DefineIndicator body, Terms terms, String author) {
        Map<String, Indicator> present = catalogue.open(List.of(code));
        Indicator known = present.get(code);
        if (known == null && terms.expected() != null) {
            throw stale(Text.of("Chưa có chỉ tiêu %s.", "There is no indicator %s yet.", code));
        }
        if (known != null && terms.onlyNew()) {
            throw stale(Text.of("Chỉ tiêu %s đã có.", "Indicator %s exists already.", code));
        }
        return amend(body, known, code, terms, author, null);
    }

    /** @param key the Idempotency-Key, if any */
    @Transactional
    KeptAnswer retire(
            String code, RetireIndicator body, @Nullable String expected, String author, @Nullable String key) {
        Supplier<KeptAnswer> effect =
                () -> new KeptAnswer(200, null, EventJson.write(retire(code, body, expected, author)));
        return key == null
                ? effect.get()
                : once.answer(author, key, "POST /v1/indicators/" + code + "/retirement " + body, effect);
    }

    private IndicatorView retire(String code, RetireIndicator body, @Nullable String expected, String author) {
        Indicator known = catalogue.open(List.of(code)).get(code);
        if (known == null) {
            throw notFound(code);
        }
        if (known.body().validFrom() != null
                && !body.validTo().isAfter(known.body().validFrom())) {
            throw refused(List.of(new Violation(
                    KitProblem.INVALID_FIELD,
                    "validTo",
                    Text.of(
                            "Phiên bản hiện tại có hiệu lực từ %s; validTo phải sau ngày đó.",
                            "The present version begins on %s; validTo must lie later.",
                            known.body().validFrom()))));
        }
        DefineIndicator retired = known.body().valid(known.body().validFrom(), body.validTo(), body.replacedBy());
        return amend(retired, known, code, new Terms(expected, false, true, false), author, body.reason())
                .view();
    }

    private Outcome amend(
            DefineIndicator body,
            @Nullable Indicator known,
            String code,
            Terms terms,
            String author,
            @Nullable String reason) {
        Catalogue.Plan plan = catalogue.plan(
                Map.of(code, body),
                known == null ? Map.of() : Map.of(code, known),
                terms.wordingOnly(),
                terms.allowGap());
        Amendment amendment = plan.amendments().getFirst();
        if (known != null && amendment.what() == Amendment.What.UNCHANGED) {
            return new Outcome(IndicatorView.of(known), false);
        }
        if (known != null) {
            requireSeen(known, terms.expected());
        }
        List<Violation> violations = plan.violations().getOrDefault(code, List.of());
        if (!violations.isEmpty()) {
            throw refused(violations);
        }
        String sequence = catalogue.write(plan, author, reason);
        return new Outcome(IndicatorView.of(amendment.after(), sequence), known == null);
    }

    private static void requireSeen(Indicator known, @Nullable String expected) {
        if (expected == null) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_REQUIRED,
                    new Text(
                            "Đã có định nghĩa khác; gửi If-Match với ETag của định nghĩa đang có.",
                            "Another definition stands; send If-Match with the ETag of the present one."));
        }
        if (!expected.equals("*") && !expected.equals(known.etag())) {
            throw stale(new Text(
                    "Định nghĩa đã thay đổi từ khi được đọc; hãy đọc lại.",
                    "The definition has changed since it was read; read it again."));
        }
    }

    static ProblemException notFound(String code) {
        return new ProblemException(
                IndicatorProblem.INDICATOR_NOT_FOUND,
                Text.of("Không có chỉ tiêu %s.", "There is no indicator %s.", code));
    }

    private static ProblemException stale(Text detail) {
        return new ProblemException(KitProblem.PRECONDITION_FAILED, detail);
    }

    private static ProblemException refused(List<Violation> violations) {
        Violation first = violations.getFirst();
        return new ProblemException(first.code(), first.detail())
                .withErrors(violations.stream().map(Violation::error).toList());
    }
}
