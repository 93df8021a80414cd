package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.CleanText;
import vn.nhipso.directory.Days;
import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.directory.Refusals;
import vn.nhipso.directory.lineage.Extent;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;
import vn.nhipso.kit.problem.Text;

/** Reads a change as it was sent and finds everything wrong with it that needs no knowledge of the hierarchy. */
final class ChangeForm {

    private final RegisterChange sent;
    private final Refusals refusals = new Refusals();

    private ChangeForm(RegisterChange sent) {
        this.sent = sent;
    }

    /** Fails with CHANGE_REFUSED and every error. */
    static Change read(RegisterChange sent) {
        return new ChangeForm(sent).read();
    }

    private Change read() {
        if (sent.kind() == null) {
            refusals.add("/kind", DirectoryProblem.FIELD_MISSING);
        }
        if (sent.effectiveOn() == null) {
            refusals.add("/effectiveOn", DirectoryProblem.FIELD_MISSING);
        }
        Days.check(sent.effectiveOn(), "/effectiveOn", refusals);
        Act act = act();
        List<Change.Ending> ends = ends();
        List<Change.Beginning> begins = begins();
        LocalDate on = sent.effectiveOn() == null ? LocalDate.EPOCH : sent.effectiveOn();
        List<Change.Edge> lineage = lineage(on);
        String note = CleanText.note(sent.note(), "/note", refusals);
        if (ends.isEmpty() && begins.isEmpty() && lineage.isEmpty() && refusals.isEmpty()) {
            refusals.add("", DirectoryProblem.CHANGE_WITHOUT_EFFECT);
        }
        if (act == null && !onlyHamlets(ends, begins, lineage)) {
            refusals.add(
                    "/act/number",
                    DirectoryProblem.ACT_MISSING,
                    new Text(
                            "Mọi thay đổi từ cấp xã trở lên phải nêu số văn bản.",
                            "Every change from communes upward cites the number of its act."));
        }
        refusals.throwIfAny(DirectoryProblem.CHANGE_REFUSED);
        ChangeKind kind = sent.kind() == null ? ChangeKind.CATALOGUE : sent.kind();
        return new Change(kind, act, on, ends, begins, lineage, note);
    }

    private @Nullable Act act() {
        Act given = sent.act();
        if (given == null) {
            return null;
        }
        Days.check(given.issuedOn(), "/act/issuedOn", refusals);
        String number = CleanText.optional(given.number(), CleanText.NAME, "/act/number", refusals);
        String issuer = CleanText.optional(given.issuer(), CleanText.NAME, "/act/issuer", refusals);
        if (number == null) {
            refusals.add("/act/number", DirectoryProblem.ACT_MISSING);
            return given;
        }
        return new Act(number, issuer, given.issuedOn());
    }

    private static boolean onlyHamlets(
            List<Change.Ending> ends, List<Change.Beginning> begins, List<Change.Edge> lineage) {
        return ends.stream().allMatch(end -> UnitCode.levelOf(end.code()) == Level.HAMLET)
                && begins.stream().allMatch(begin -> begin.level() == Level.HAMLET)
                && lineage.stream()
                        .allMatch(edge -> UnitCode.levelOf(edge.edge().from()) == Level.HAMLET);
    }

    private List<Change.Ending> ends() {
        List<Change.Ending> ends = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int row = 0;
        for (String code : orEmpty(sent.ends())) {
            String pointer = "/ends/" + row;
            if (code(code, pointer).isPresent() && code != null && isAlterable(code, pointer)) {
                if (seen.add(code)) {
                    ends.add(new Change.Ending(row, code));
                } else {
                    refusals.add(pointer, DirectoryProblem.DUPLICATE_CODE, said(code));
                }
            }
            row++;
        }
        return ends;
    }

    private List<Change.Beginning> begins() {
        List<Change.Beginning> begins = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int row = 0;
        for (RegisterChange.Beginning begin : orEmpty(sent.begins())) {
            if (begin == null) {
                refusals.add("/begins/" + row, DirectoryProblem.FIELD_MISSING);
            } else {
                begin(row, begin).ifPresent(read -> {
                    if (seen.add(read.code())) {
                        begins.add(read);
                    } else {
                        refusals.add(
                                "/begins/" + read.row() + "/code", DirectoryProblem.DUPLICATE_CODE, said(read.code()));
                    }
                });
            }
            row++;
        }
        return begins;
    }

    private Optional<Change.Beginning> begin(int row, RegisterChange.Beginning begin) {
        String at = "/begins/" + row;
        Optional<UnitCode> code = code(begin.code(), at + "/code");
        String name = CleanText.required(begin.name(), CleanText.NAME, at + "/name", refusals);
        String type = CleanText.required(begin.type(), CleanText.NAME, at + "/type", refusals)
                .toLowerCase(Locale.ROOT);
        String fullName = CleanText.optional(begin.fullName(), CleanText.NAME, at + "/fullName", refusals);
        if (code.isEmpty() || !isAlterable(code.get().value(), at + "/code")) {
            return Optional.empty();
        }
        Level level = code.get().level();
        if (begin.level() != null && begin.level() != level) {
            refusals.add(
                    at + "/level",
                    DirectoryProblem.LEVEL_DIFFERS_FROM_CODE,
                    Text.of("Mã %s thuộc cấp %s.", "Code %s is of level %s.", code.get(), level));
        }
        if (!type.isEmpty() && !level.allowsType(type)) {
            refusals.add(
                    at + "/type",
                    DirectoryProblem.TYPE_NOT_OF_LEVEL,
                    Text.of("“%s” không phải loại hình của cấp %s.", "\"%s\" is no type of level %s.", type, level));
        }
        String parent = parent(code.get(), begin.parentCode(), at + "/parentCode");
        checkEnd(begin.validTo(), at + "/validTo");
        return Optional.of(new Change.Beginning(
                row,
                code.get().value(),
                name,
                fullName == null ? fullName(type, name) : fullName,
                type,
                level,
                parent,
                begin.validTo()));
    }

    private void checkEnd(@Nullable LocalDate end, String pointer) {
        Days.check(end, pointer, refusals);
        LocalDate begin = sent.effectiveOn();
        if (end != null && begin != null && !begin.isBefore(end)) {
            refusals.add(pointer, DirectoryProblem.PERIOD_REVERSED);
        }
    }

    private @Nullable String parent(UnitCode child, @Nullable String given, String pointer) {
        if (given == null && child.level() == Level.PROVINCE) {
            return UnitCode.ROOT;
        }
        if (given == null && child.level() == Level.HAMLET) {
            return child.communeOfHamlet();
        }
        Optional<UnitCode> parent = code(given, pointer);
        parent.filter(code -> !fits(child, code))
                .ifPresent(code -> refusals.add(
                        pointer,
                        DirectoryProblem.PARENT_OF_WRONG_LEVEL,
                        Text.of("%s không thể trực thuộc %s.", "%s cannot stand under %s.", child, code)));
        return parent.map(UnitCode::value).orElse(null);
    }

    private static boolean fits(UnitCode child, UnitCode parent) {
        return child.level().mayStandUnder(parent.level())
                && (child.level() != Level.HAMLET || child.communeOfHamlet().equals(parent.value()));
    }

    /** "Thành phố Hà Nội", not "Thành phố trực thuộc trung ương Hà Nội". */
    private static String fullName(String type, String name) {
        String word = type.startsWith("thành phố") ? "thành phố" : type;
        return word.isEmpty() ? name : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " " + name;
    }

    private List<Change.Edge> lineage(LocalDate on) {
        Map<String, Integer> edgesByFrom = new HashMap<>();
        for (RegisterChange.Edge edge : orEmpty(sent.lineage())) {
            if (edge != null && edge.from() != null) {
                edgesByFrom.merge(edge.from(), 1, Integer::sum);
            }
        }
        List<Change.Edge> edges = new ArrayList<>();
        int row = 0;
        for (RegisterChange.Edge edge : orEmpty(sent.lineage())) {
            String at = "/lineage/" + row;
            if (edge == null) {
                refusals.add(at, DirectoryProblem.FIELD_MISSING);
            } else if (edge(edge, at)) {
                String from = String.valueOf(edge.from());
                boolean only = edgesByFrom.getOrDefault(from, 0) == 1;
                edges.add(new Change.Edge(row, withDefaults(from, on, edge, only)));
            }
            row++;
        }
        LineageRules.check(edges, new JsonPlaces(List.of(), List.of(), refusals));
        return edges;
    }

    private boolean edge(RegisterChange.Edge edge, String at) {
        boolean from =
                code(edge.from(), at + "/from").isPresent() && isAlterable(String.valueOf(edge.from()), at + "/from");
        boolean to =
                edge.to() == null || (code(edge.to(), at + "/to").isPresent() && isAlterable(edge.to(), at + "/to"));
        return from && to;
    }

    private static LineageEdge withDefaults(String from, LocalDate on, RegisterChange.Edge edge, boolean only) {
        Extent byCount = only ? Extent.WHOLE : Extent.PART;
        Extent area = edge.area() == null ? byCount : edge.area();
        Extent population = edge.population();
        if (population == null) {
            population = edge.share() == null ? byCount : Extent.PART;
        }
        return new LineageEdge(from, on, edge.to(), area, population, edge.share());
    }

    private Optional<UnitCode> code(@Nullable String code, String pointer) {
        if (code == null || code.isBlank()) {
            refusals.add(pointer, DirectoryProblem.FIELD_MISSING);
            return Optional.empty();
        }
        Optional<UnitCode> read = UnitCode.parse(code);
        if (read.isEmpty()) {
            refusals.add(
                    pointer,
                    DirectoryProblem.CODE_MALFORMED,
                    new Text(
                            "Mã tỉnh có 2 chữ số, huyện 3, xã 5; thôn là <mã xã>-<nn>.",
                            "A province has 2 digits, a district 3, a commune 5; a hamlet is <commune>-<nn>."));
        }
        return read;
    }

    private boolean isAlterable(String code, String pointer) {
        if (code.equals(UnitCode.ROOT)) {
            refusals.add(pointer, DirectoryProblem.ROOT_IS_FIXED);
            return false;
        }
        return true;
    }

    private static Text said(String code) {
        return Text.of("Mã %s đã có ở trên.", "Code %s stands above already.", code);
    }

    private static <T extends @Nullable Object> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
