package vn.nhipso.reporting.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhipso.kit.event.EventJson;
import vn.nhipso.kit.event.Topic;
import vn.nhipso.kit.event.Topics;
import vn.nhipso.kit.testing.EventSchemas;
import vn.nhipso.reporting.catalogue.IndicatorDefined;
import vn.nhipso.reporting.catalogue.TargetSet;
import vn.nhipso.reporting.fact.MeasurementPublished;
import vn.nhipso.reporting.fact.MeasurementWithdrawn;
import vn.nhipso.reporting.hierarchy.HierarchyStore;
import vn.nhipso.reporting.registry.TeamChanged;
import vn.nhipso.reporting.testing.ReportingDatabase;
import vn.nhipso.reporting.testing.ReportingDatabase.Event;

/** What the golden samples say is what this service understands and keeps, field by field. */
class EventContractTest {

    private static final Map<String, Class<?>> RECORDS = Map.of(
            IndicatorDefined.TYPE, IndicatorDefined.class,
            TargetSet.TYPE, TargetSet.class,
            MeasurementPublished.TYPE, MeasurementPublished.class,
            MeasurementWithdrawn.TYPE, MeasurementWithdrawn.class,
            TeamChanged.TYPE, TeamChanged.class);

    /** Fields that nothing here is made of. */
    private static final Set<String> PASSED_OVER = Set.of("supersedes", "reason", "denominatorIndicator", "replacedBy");

    private static final String MOMENT = "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";
    private static final String MARKS = """
            to_jsonb(array_remove(ARRAY[CASE WHEN qualifiers & 1 > 0 THEN 'AT_LEAST' END, CASE WHEN qualifiers & 2 > 0 THEN 'ABOUT' END,
                                        CASE WHEN qualifiers & 4 > 0 THEN 'NEARLY' END, CASE WHEN qualifiers & 8 > 0 THEN 'AT_MOST' END], NULL))""";
    private static final String LEVELS = "ARRAY['COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'HAMLET']";

    /** What the tables keep of a sample {@code s}, spelled as events spell it. */
    private static final Map<String, String> KEPT = Map.of(
            HierarchyStore.UNIT, """
            SELECT jsonb_build_object('code', r.code, 'revision', r.revision, 'changeId', r.change_id, 'recordedAt', {moment}, 'versions', (
                SELECT jsonb_agg(jsonb_build_object('name', v.name, 'fullName', v.full_name, 'type', v.type, 'level', ({levels})[v.level + 1],
                                                    'parentCode', v.parent_code, 'validFrom', lower(v.valid), 'validTo', upper(v.valid)) ORDER BY v.valid)
                FROM unit_version v WHERE v.code = r.code))
            FROM unit_revision r WHERE r.code = s ->> 'code' AND r.revision = (s ->> 'revision')::integer""",
            HierarchyStore.LINEAGE, """
            SELECT jsonb_build_object('from', r.from_code, 'effectiveOn', r.effective_on, 'revision', r.revision, 'recordedAt', {moment},
                                      'changeId', s -> 'changeId', 'edges', (
                SELECT jsonb_agg(jsonb_build_object('to', e.to_code, 'area', e.area, 'population', e.population, 'share', e.share) ORDER BY e.ordinal)
                FROM lineage_edge e WHERE e.from_code = r.from_code AND e.effective_on = r.effective_on))
            FROM lineage_revision r WHERE r.from_code = s ->> 'from' AND r.effective_on = (s ->> 'effectiveOn')::date""",
            HierarchyStore.MARKER, """
            SELECT r.data || jsonb_build_object('changeId', r.id, 'kind', r.kind, 'effectiveOn', r.effective_on, 'recordedAt', {moment},
                                                'act', r.data -> 'act' || jsonb_build_object('number', r.act_number))
            FROM unit_change r WHERE r.id = s ->> 'changeId'""",
            IndicatorDefined.TYPE, """
            SELECT jsonb_build_object('code', code, 'version', version, 'revision', revision, 'names', jsonb_build_object('vi', name_vi, 'en', name_en),
                'pillar', pillar, 'kind', kind, 'nature', nature, 'unitOfMeasure', unit_of_measure, 'decimals', decimals, 'direction', direction,
                'reportedBy', (SELECT jsonb_agg(({levels})[l + 1] ORDER BY l) FROM generate_series(0, 4) l WHERE reported_by >> l & 1 = 1),
                'frequency', frequency, 'calendar', calendar, 'weight', weight, 'above100', above100, 'validFrom', lower(valid),
                'validTo', upper(valid), 'recordedAt', {moment})
            FROM definition_revision r WHERE code = s ->> 'code' AND revision = (s ->> 'revision')::integer""",
            TargetSet.TYPE, """
            SELECT jsonb_build_object('id', id, 'revision', revision, 'indicator', indicator, 'unit', unit, 'period', period, 'comparator', comparator,
                'value', value, 'qualifiers', {marks}, 'document', document, 'assignedBy', assigned_by,
                'withdrawn', nullif(withdrawn, false), 'recordedAt', {moment})
            FROM target_revision r WHERE id = s ->> 'id' AND revision = (s ->> 'revision')::integer""",
            MeasurementPublished.TYPE, """
            SELECT jsonb_build_object('id', measurement_id, 'revision', revision, 'indicator', indicator, 'unit', unit, 'period', period, 'scope', scope,
                'numerator', numerator, 'denominator', denominator, 'value', value, 'qualifiers', {marks}, 'absence', absence, 'stated', stated,
                'definitionVersion', definition_version, 'withdrawn', withdrawn, 'recordedAt', {moment})
            FROM fact r WHERE measurement_id = s ->> 'id'""",
            MeasurementWithdrawn.TYPE, """
            SELECT jsonb_build_object('id', measurement_id, 'revision', revision, 'indicator', indicator, 'unit', unit, 'period', period, 'scope', scope,
                'recordedAt', {moment})
            FROM fact r WHERE measurement_id = s ->> 'id' AND withdrawn""",
            TeamChanged.TYPE, """
            SELECT r.data || jsonb_build_object('id', t.id, 'revision', t.revision, 'kind', t.kind, 'level', t.level, 'name', t.name,
                'recordedAt', {moment},
                'memberCounts', (
                  SELECT jsonb_agg(m || jsonb_build_object('count', z.members) ORDER BY z.valid)
                  FROM jsonb_array_elements(s -> 'memberCounts') m
                  JOIN team_size z ON z.team = t.id AND z.valid @> coalesce(m ->> 'from', s ->> 'validFrom')::date),
                'placements', (
                  SELECT jsonb_agg(p || jsonb_build_object('unit', l.unit) ORDER BY l.valid)
                  FROM jsonb_array_elements(s -> 'placements') p
                  JOIN team_placement l ON l.team = t.id AND l.valid @> coalesce(p ->> 'from', s ->> 'validFrom')::date))
            FROM team t JOIN team_revision r ON r.id = t.id AND r.revision = t.revision
            WHERE t.id = s ->> 'id'""");

    private static ReportingDatabase database;

    static Stream<Arguments> samples() {
        return KEPT.keySet().stream().sorted().flatMap(type -> EventSchemas.samples(type).stream()
                .map(json -> Arguments.of(type, json)));
    }

    @BeforeAll
    static void takeIn() throws Exception {
        database = new ReportingDatabase();
        List<Event> events = new ArrayList<>();
        String other = EventSchemas.samples(HierarchyStore.UNIT).getFirst().replace("\"31420\"", "\"31408\"");
        events.add(new Event(Topics.DIRECTORY_HIERARCHY, "31408", HierarchyStore.UNIT, other));
        samples(events, Topics.DIRECTORY_HIERARCHY, HierarchyStore.UNIT);
        samples(events, Topics.DIRECTORY_HIERARCHY, HierarchyStore.LINEAGE);
        for (String marker : EventSchemas.samples(HierarchyStore.MARKER)) {
            announced(events, tree(marker));
        }
        samples(events, Topics.DIRECTORY_HIERARCHY, HierarchyStore.MARKER);
        samples(events, Topics.DIRECTORY_TEAMS, TeamChanged.TYPE);
        samples(events, Topics.INDICATOR_CATALOGUE, IndicatorDefined.TYPE);
        samples(events, Topics.INDICATOR_CATALOGUE, TargetSet.TYPE);
        samples(events, Topics.INDICATOR_MEASUREMENTS, MeasurementPublished.TYPE);
        samples(events, Topics.INDICATOR_MEASUREMENTS, MeasurementWithdrawn.TYPE);
        database.apply(events);
    }

    /** What a marker announces, of codes of its own: a marker whose events have not come would be refused. */
    private static void announced(List<Event> events, JsonNode marker) {
        String change = marker.path("changeId").asText();
        if (events.stream().noneMatch(event -> event.json().contains(change))) {
            String code = "9" + change.substring(change.length() - 3);
            for (int unit = 0; unit < marker.path("units").asInt(); unit++) {
                events.add(copy(HierarchyStore.UNIT, code + unit, change));
            }
            for (int edge = 0; edge < marker.path("edges").asInt(); edge++) {
                events.add(copy(HierarchyStore.LINEAGE, code + edge, change));
            }
        }
    }

    private static Event copy(String type, String code, String change) {
        String json = EventSchemas.samples(type)
                .getFirst()
                .replace("\"31420\"", "\"" + code + "\"")
                .replaceFirst("\"changeId\": \"[^\"]*\"", "\"changeId\": \"" + change + "\"");
        return new Event(Topics.DIRECTORY_HIERARCHY, code, type, json);
    }

    private static void samples(List<Event> events, Topic topic, String type) {
        EventSchemas.samples(type).forEach(json -> events.add(new Event(topic, "sample", type, json)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everyFieldOfASampleShouldBeReadAndKept(String type, String json) throws Exception {
        JsonNode sample = tree(json);
        Class<?> as = RECORDS.get(type);
        if (as != null) {
            Object read = EventJson.read(json.getBytes(StandardCharsets.UTF_8), as);
            assertThat(tree(EventJson.write(read))).as("read").isEqualTo(sample);
        }
        assertThat(kept(type, json)).as("kept").isEqualTo(sample);
    }

    private static JsonNode kept(String type, String json) throws Exception {
        String sql = "SELECT jsonb_strip_nulls(kept) FROM (SELECT ?::jsonb AS s) g CROSS JOIN LATERAL ("
                + KEPT.get(type)
                        .replace("{moment}", MOMENT.formatted("r.recorded_at"))
                        .replace("{marks}", MARKS)
                        .replace("{levels}", LEVELS)
                + ") k (kept)";
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, json);
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).as("kept").isTrue();
                return tree(row.getString(1));
            }
        }
    }

    private static JsonNode tree(String json) {
        ObjectNode tree = (ObjectNode) EventJson.tree(json.getBytes(StandardCharsets.UTF_8));
        tree.remove(PASSED_OVER);
        return tree;
    }
}
