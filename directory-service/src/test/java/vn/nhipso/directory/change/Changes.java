package vn.nhipso.directory.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Act;
import vn.nhipso.directory.lineage.Extent;

/** Changes for tests of the pure rules. */
final class Changes {

    private final ChangeKind kind;
    private final LocalDate day;
    private final List<String> ends = new ArrayList<>();
    private final List<RegisterChange.Beginning> begins = new ArrayList<>();
    private final List<RegisterChange.Edge> lineage = new ArrayList<>();
    private @Nullable Act act = new Act("1/NQ", null, null);

    private Changes(ChangeKind kind, LocalDate day) {
        this.kind = kind;
        this.day = day;
    }

    static Changes of(ChangeKind kind, String day) {
        return new Changes(kind, LocalDate.parse(day));
    }

    static Changes of(ChangeKind kind, LocalDate day) {
        return new Changes(kind, day);
    }

    Changes withoutAct() {
        act = null;
        return this;
    }

    Changes ends(String... codes) {
        ends.addAll(List.of(codes));
        return this;
    }

    Changes begins(String code, String type, String parent) {
        return begins(code, "Tên " + code, type, parent);
    }

    Changes begins(String code, String name, String type, String parent) {
        begins.add(new RegisterChange.Beginning(code, name, null, type, null, parent));
        return this;
    }

    Changes beginsUntil(String code, String type, String parent, String validTo) {
        begins.add(
                new RegisterChange.Beginning(code, "Tên " + code, null, type, null, parent, LocalDate.parse(validTo)));
        return this;
    }

    Changes edge(String from, @Nullable String to, Extent area, Extent population, @Nullable String share) {
        lineage.add(new RegisterChange.Edge(from, to, area, population, share == null ? null : new BigDecimal(share)));
        return this;
    }

    Changes whole(String from, String to) {
        return edge(from, to, Extent.WHOLE, Extent.WHOLE, null);
    }

    Changes part(String from, String to) {
        return edge(from, to, Extent.PART, Extent.PART, null);
    }

    RegisterChange sent() {
        return new RegisterChange(kind, act, day, List.copyOf(ends), List.copyOf(begins), List.copyOf(lineage), null);
    }

    Change read() {
        return ChangeForm.read(sent());
    }
}
