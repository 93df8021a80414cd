package vn.nhipso.indicator.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.definition.Definitions;
import vn.nhipso.indicator.unit.Units;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemError;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.time.VietnamTime;

/** Who manages which webhooks, and what a webhook may name. */
@ApplicationScoped
class WebhookAccess {

    private final Units units;
    private final Definitions definitions;
    private final WebhookConfig config;
    private final Clock clock;

    WebhookAccess(Units units, Definitions definitions, WebhookConfig config, Clock clock) {
        this.units = units;
        this.definitions = definitions;
        this.config = config;
        this.clock = clock;
    }

    /** Those of the subtree of a caller's unit. */
    List<Webhook> visible(String callersUnit, List<Webhook> webhooks) {
        if (callersUnit.equals(Caller.WHOLE_TREE)) {
            return webhooks;
        }
        Set<Units.Place> places =
                webhooks.stream().map(webhook -> place(webhook.unit())).collect(Collectors.toSet());
        Set<Units.Place> within = places.isEmpty() ? Set.of() : units.below(callersUnit, places);
        return webhooks.stream()
                .filter(webhook -> within.contains(place(webhook.unit())))
                .toList();
    }

    /** Fails with WEBHOOK_NOT_FOUND where there is none, or none that the caller may know of. */
    Webhook require(UUID id, @Nullable Webhook found, String callersUnit) {
        if (found == null || visible(callersUnit, List.of(found)).isEmpty()) {
            throw new ProblemException(
                    IndicatorProblem.WEBHOOK_NOT_FOUND, Text.of("Không có webhook %s.", "There is no webhook %s.", id));
        }
        return found;
    }

    /** Fails where a webhook names a unit or an indicator that is not there, or a unit that is not the caller's. */
    void checkNames(Webhook webhook, String callersUnit) {
        checkUnit(webhook, callersUnit);
        Set<String> known = definitions.find(webhook.indicators()).values().stream()
                .map(Definition::code)
                .collect(Collectors.toSet());
        for (String indicator : webhook.indicators()) {
            if (!known.contains(indicator)) {
                throw refused(
                        IndicatorProblem.INDICATOR_UNKNOWN,
                        "/indicators",
                        Text.of("Không có chỉ tiêu %s.", "There is no indicator %s.", indicator));
            }
        }
    }

    private void checkUnit(Webhook webhook, String callersUnit) {
        if (callersUnit.equals(Caller.WHOLE_TREE)) {
            boolean known = webhook.unit().equals(Caller.WHOLE_TREE)
                    || units.find(List.of(webhook.unit())).of(webhook.unit()).isKnown();
            if (!known) {
                throw refused(
                        IndicatorProblem.UNIT_UNKNOWN,
                        "/unit",
                        Text.of("Không có đơn vị mang mã %s.", "There is no unit with code %s.", webhook.unit()));
            }
        } else if (visible(callersUnit, List.of(webhook)).isEmpty()) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    Text.of("Đơn vị %s nằm ngoài phạm vi quyền.", "Unit %s is outside your rights.", webhook.unit()));
        }
    }

    /**
     * Fails where the URL may not be sent to, after a look-up of its host. The same words for every address: who registers webhooks does not learn
     * what the names of a network stand for.
     */
    void checkReceiver(String url) {
        try {
            Receiver.of(url, config);
        } catch (Receiver.RefusedException refused) {
            throw refused(
                    IndicatorProblem.WEBHOOK_URL_REFUSED,
                    "/url",
                    new Text(
                            "Cần một URL https với tên miền có địa chỉ công khai, không kèm người dùng hay phần #.",
                            "It takes an https URL whose host has public addresses only, without a user or a fragment."));
        }
    }

    private static ProblemException refused(IndicatorProblem code, String pointer, Text detail) {
        return new ProblemException(code, detail).withErrors(List.of(ProblemError.at(pointer, code.name(), detail)));
    }

    private Units.Place place(String unit) {
        LocalDate today = VietnamTime.today(clock);
        return new Units.Place(unit, today);
    }
}
