package vn.nhipso.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.catalogue.UnitCounts;
import vn.nhipso.local.country.CountryState;
import vn.nhipso.local.country.ListedEdge;
import vn.nhipso.local.country.ListedUnit;

/** Holds some answers of the directory against the lists that were loaded: speed is no answer. */
final class DirectoryAnswers {

    private static final int UNITS = 60;
    private static final int PARENTS = 15;
    private static final int SEARCHES = 15;

    private final ApiClient directory;
    private final Random random = new Random(31_420);
    private final List<String> wrong = new ArrayList<>();
    private int checked;

    DirectoryAnswers(ApiClient directory) {
        this.directory = directory;
    }

    int checked() {
        return checked;
    }

    /** A sentence for every wrong answer. */
    List<String> wrong(List<CountryState> states) {
        for (CountryState state : states) {
            counts(state);
            for (int i = 0; i < UNITS; i++) {
                unit(state, any(state.units()));
            }
            Map<String, Set<String>> children = state.units().stream()
                    .collect(Collectors.groupingBy(
                            DirectoryAnswers::parent,
                            Collectors.mapping(ListedUnit::code, Collectors.toCollection(TreeSet::new))));
            for (int i = 0; i < PARENTS; i++) {
                String parent = parent(any(state.units()));
                children(state, parent, children.getOrDefault(parent, Set.of()));
            }
            tree(
                    state,
                    any(state.units().stream().filter(ListedUnit::isProvince).toList()),
                    children);
            for (int i = 0; i < SEARCHES; i++) {
                search(state, any(state.units()));
            }
            if (!state.edges().isEmpty()) {
                for (int i = 0; i < UNITS; i++) {
                    successors(state, any(state.edges()).from());
                }
            }
        }
        return wrong;
    }

    private void counts(CountryState state) {
        UnitCounts counts = UnitCounts.of(directory, state.day(), "");
        counts.types()
                .forEach((level, types) -> types.forEach((type, count) -> require(
                        count == state.count(level, type),
                        "on " + state.day() + " there are " + count + " " + type + " of level " + level
                                + ", the list has " + state.count(level, type))));
        long all = counts.types().keySet().stream().mapToLong(counts::level).sum();
        require(
                all == state.units().size(),
                "on " + state.day() + " there are " + all + " units, the list has "
                        + state.units().size());
    }

    private void unit(CountryState state, ListedUnit unit) {
        JsonNode answer = json("/v1/units/" + unit.code() + "?validAt=" + state.day());
        require(
                answer.path("fullName").asText().equals(unit.fullName())
                        && answer.path("type").asText().equals(unit.type())
                        && answer.path("parentCode").asText().equals(parent(unit)),
                "unit " + unit.code() + " on " + state.day() + " is not " + unit.fullName() + " in " + parent(unit)
                        + " but " + answer);
    }

    private void children(CountryState state, String parent, Set<String> expected) {
        Set<String> found = codes(json("/v1/units/" + parent + "/children?pageSize=1000&validAt=" + state.day())
                .path("items"));
        require(
                found.equals(expected),
                "the children of " + parent + " on " + state.day() + " are " + found + ", the list has " + expected);
    }

    private void tree(CountryState state, ListedUnit province, Map<String, Set<String>> children) {
        JsonNode tree = json("/v1/units/" + province.code() + "/tree?validAt=" + state.day());
        Set<String> found = inTree(tree).collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = below(province.code(), children).collect(Collectors.toCollection(TreeSet::new));
        require(
                found.equals(expected),
                "the tree of " + province.code() + " on " + state.day() + " has " + found.size()
                        + " units, the list has " + expected.size());
    }

    private static Stream<String> inTree(JsonNode node) {
        return Stream.concat(
                Stream.of(node.path("unit").path("code").asText()),
                node.path("children").valueStream().flatMap(DirectoryAnswers::inTree));
    }

    private static Stream<String> below(String code, Map<String, Set<String>> children) {
        return Stream.concat(
                Stream.of(code),
                children.getOrDefault(code, Set.of()).stream().flatMap(child -> below(child, children)));
    }

    private void search(CountryState state, ListedUnit unit) {
        String filters = "&pageSize=1000&validAt=" + state.day() + "&level=" + unit.apiLevel();
        List<String> asWritten = found(unit.fullName(), filters);
        require(
                asWritten.contains(unit.code()),
                "a search for " + unit.fullName() + " on " + state.day() + " does not find " + unit.code());
        for (Spelling spelling : Spelling.values()) {
            require(
                    found(spelling.of(unit.fullName()), filters).equals(asWritten),
                    "a search for " + unit.fullName() + " on " + state.day() + " written " + spelling
                            + " finds other units");
        }
        List<String> byCode = found(unit.code(), "&validAt=" + state.day());
        require(
                !byCode.isEmpty() && byCode.getFirst().equals(unit.code()),
                "a search for " + unit.code() + " on " + state.day() + " finds " + byCode);
        require(
                found(unit.fullName(), "&pageSize=1000").contains(unit.code()),
                "a search for " + unit.fullName() + " of all times does not find " + unit.code());
    }

    private List<String> found(String words, String filters) {
        return json("/v1/units?q=" + ApiClient.encoded(words) + filters)
                .path("items")
                .valueStream()
                .map(unit -> unit.path("code").asText())
                .toList();
    }

    private void successors(CountryState state, String code) {
        Set<String> expected = state.edges().stream()
                .filter(edge -> edge.from().equals(code))
                .map(ListedEdge::to)
                .filter(to -> !to.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        JsonNode answer =
                json("/v1/units/" + code + "/successors?validAt=" + state.day().minusDays(1) + "&at=" + state.day());
        Set<String> found = answer.path("items")
                .valueStream()
                .map(item -> item.path("unit").path("code").asText())
                .filter(to -> !to.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        require(
                found.equals(expected),
                "the successors of " + code + " on " + state.day() + " are " + found + ", the list has " + expected);
    }

    private JsonNode json(String path) {
        checked++;
        Reply reply = directory.get(path);
        if (!reply.isSuccess()) {
            wrong.add(path + " is answered with " + reply.problem());
        }
        return reply.json();
    }

    private void require(boolean right, String sentence) {
        if (!right) {
            wrong.add(sentence);
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Set<String> codes(JsonNode items) {
        return items.valueStream()
                .map(unit -> unit.path("code").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String parent(ListedUnit unit) {
        return unit.parent().isEmpty() ? "VN" : unit.parent();
    }
}
