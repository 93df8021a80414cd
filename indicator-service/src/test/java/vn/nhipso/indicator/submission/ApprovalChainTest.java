package vn.nhipso.indicator.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nhipso.indicator.submission.Reports.COMMUNE;
import static vn.nhipso.indicator.submission.Reports.DISTRICT;
import static vn.nhipso.indicator.submission.Reports.PROVINCE;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipso.indicator.Province;
import vn.nhipso.indicator.evidence.Citations;
import vn.nhipso.indicator.measurement.ingest.Publication;
import vn.nhipso.indicator.unit.Level;
import vn.nhipso.kit.outbox.Outbox;
import vn.nhipso.kit.testing.NhipsoTestResource;
import vn.nhipso.kit.testing.TestTokens;

/** A deployment that asks for approval at commune, district and province in turn. */
@QuarkusTest
@WithTestResource(NhipsoTestResource.class)
class ApprovalChainTest {

    @Inject
    ReturnService returns;

    @Inject
    Work work;

    @Inject
    ReturnStore store;

    @Inject
    ReturnReader reader;

    @Inject
    ReturnRights rights;

    @Inject
    DutyReader duties;

    @Inject
    Publication publication;

    @Inject
    Citations citations;

    @Inject
    Outbox outbox;

    private Transitions inTurn;

    @BeforeEach
    void units() {
        Reports.exist();
        ApprovalChain chain = new ApprovalChain(List.of(Level.COMMUNE, Level.DISTRICT, Level.PROVINCE));
        inTurn = new Transitions(returns, work, store, reader, rights, duties, chain, publication, citations, outbox);
    }

    private UUID submitted(String unit, String period) {
        Reports.create(TestTokens.steward(), unit, period);
        Province.sendAs(TestTokens.reporter(unit), "", Province.item("RT01", unit, period, "OWN", "\"value\":1"));
        UUID id = UUID.fromString(Reports.as(TestTokens.steward())
                .get("/v1/returns?unit=" + unit + "&period=" + period)
                .path("items[0].id"));
        inTurn.submit(id, by("clerk", unit));
        return id;
    }

    private static Transitions.Act by(String name, String unit) {
        return new Transitions.Act(new Person(name, unit, true), null, null, null);
    }

    private String stage(UUID id) {
        return String.valueOf(work.read(connection -> store.find(connection, id, false))
                .orElseThrow()
                .awaited());
    }

    private static int publishedOf(String unit, String period) {
        return Province.read("indicator=RT01&unit=" + unit + "&period=" + period)
                .jsonPath()
                .getList("items")
                .size();
    }

    @Test
    void everyLevelShouldApproveInTurnAndOnlyTheLastOnePublish() {
        UUID id = submitted(COMMUNE, "2022-Q1");
        assertThat(stage(id)).isEqualTo("COMMUNE");
        inTurn.approve(id, by("chairman", COMMUNE));
        assertThat(stage(id)).isEqualTo("DISTRICT");
        assertThatThrownBy(() -> inTurn.approve(id, by("deputy", COMMUNE))).hasMessageContaining("APPROVAL_LEVEL");
        inTurn.approve(id, by("district", DISTRICT));
        assertThat(stage(id)).isEqualTo("PROVINCE");
        assertThat(publishedOf(COMMUNE, "2022-Q1")).isZero();

        inTurn.approve(id, by("province", PROVINCE));
        assertThat(publishedOf(COMMUNE, "2022-Q1")).isOne();
    }

    @Test
    void somebodyAboveMayStandInForALevelButNobodyTwice() {
        UUID id = submitted(COMMUNE, "2022-Q2");
        inTurn.approve(id, by("province", PROVINCE));
        assertThatThrownBy(() -> inTurn.approve(id, by("province", PROVINCE))).hasMessageContaining("FOUR_EYES");
        assertThatThrownBy(() -> inTurn.approve(id, by("clerk", "VN"))).hasMessageContaining("FOUR_EYES");
        inTurn.approve(id, by("another", PROVINCE));
        inTurn.approve(id, by("minister", "VN"));
        assertThat(publishedOf(COMMUNE, "2022-Q2")).isOne();
    }

    @Test
    void levelsBelowTheUnitOrGoneOnTheClosingDayShouldBePassedOver() {
        UUID ofADistrict = submitted(DISTRICT, "2022-Q3");
        assertThat(stage(ofADistrict)).isEqualTo("DISTRICT");

        UUID withoutDistrict = submitted("62021", "2025-Q4");
        inTurn.approve(withoutDistrict, by("chairman", "62021"));
        assertThat(stage(withoutDistrict)).isEqualTo("PROVINCE");
        inTurn.approve(withoutDistrict, by("province", PROVINCE));
        assertThat(publishedOf("62021", "2025-Q4")).isOne();
    }
}
