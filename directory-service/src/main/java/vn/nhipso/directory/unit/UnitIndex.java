package vn.nhipso.directory.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All units as known at a moment, in memory: a large part that is built once, and beside it those that changed since. Immutable.
 */
final class UnitIndex {

    private final Instant known;
    private final Instant built;
    private final NamedUnits base;
    private final BitSet outdated;
    private final NamedUnits since;

    private UnitIndex(Instant known, Instant built, NamedUnits base, BitSet outdated, NamedUnits since) {
        this.known = known;
        this.built = built;
        this.base = base;
        this.outdated = outdated;
        this.since = since;
    }

    static UnitIndex of(Instant known, Collection<UnitVersion> versions) {
        return new UnitIndex(known, known, new NamedUnits(versions), new BitSet(), new NamedUnits(List.of()));
    }

    /**
     * The same, knowing more.
     *
     * @param touched every unit about which anything was recorded after {@link #built()}
     * @param versions all versions of these
     */
    UnitIndex with(Instant nowKnown, Collection<UUID> touched, Collection<UnitVersion> versions) {
        BitSet gone = new BitSet(base.size());
        touched.forEach(unit -> base.place(unit).ifPresent(gone::set));
        return new UnitIndex(nowKnown, built, base, gone, new NamedUnits(versions));
    }

    /** The newest change it knows of. */
    Instant known() {
        return known;
    }

    /** The newest change that the large part knows of. */
    Instant built() {
        return built;
    }

    /** Units of one of the two parts. */
    @FunctionalInterface
    interface Visitor {
        void visit(NamedUnits part, int unit);
    }

    /** Every unit that may fit; all for null. */
    void candidates(@Nullable SearchQuery query, boolean anywhere, Visitor visitor) {
        visit(base, outdated, query, anywhere, visitor);
        visit(since, new BitSet(), query, anywhere, visitor);
    }

    private static void visit(
            NamedUnits part, BitSet without, @Nullable SearchQuery query, boolean anywhere, Visitor visitor) {
        BitSet units;
        if (query == null) {
            units = new BitSet(part.size());
            units.set(0, part.size());
        } else {
            units = part.candidates(query, anywhere);
        }
        units.andNot(without);
        for (int unit = units.nextSetBit(0); unit >= 0; unit = units.nextSetBit(unit + 1)) {
            visitor.visit(part, unit);
        }
    }

    /** Who bore the code on that day. */
    Optional<UnitVersion> at(String code, LocalDate day) {
        Optional<UnitVersion> changed = since.at(code, day);
        return changed.isPresent() ? changed : base.at(code, day).filter(this::stands);
    }

    /** The last unit that bears or bore the code. */
    Optional<UnitVersion> last(String code) {
        return Stream.concat(
                        since.bearers(code).stream(),
                        base.bearers(code).stream().filter(this::stands))
                .max(Comparator.comparing(version -> version.valid().from()));
    }

    /** Who stands directly above on a day. */
    Optional<UnitVersion> parent(UnitVersion unit, LocalDate day) {
        String code = unit.parentCode();
        return code == null ? Optional.empty() : at(code, day);
    }

    private boolean stands(UnitVersion version) {
        return outdated.isEmpty()
                || !base.place(version.unitId()).map(outdated::get).orElse(false);
    }
}
