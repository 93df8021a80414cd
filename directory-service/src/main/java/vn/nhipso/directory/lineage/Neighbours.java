package vn.nhipso.directory.lineage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.unit.UnitVersion;

/** What came into units on their first days, and where they went on the days after their last. */
public final class Neighbours {

    private final Map<Place, List<RelativeView>> views;

    Neighbours(Map<Place, List<RelativeView>> views) {
        this.views = views;
    }

    /** Edges of a code on a day, in one direction. */
    record Place(String code, LocalDate day, boolean leaving) {}

    /** What came on its first day. */
    public List<RelativeView> predecessors(UnitVersion version) {
        return views.getOrDefault(new Place(version.code(), version.valid().from(), false), List.of());
    }

    /** Where it went when it ended. */
    public List<RelativeView> successors(UnitVersion version) {
        @Nullable LocalDate end = version.valid().to();
        return end == null ? List.of() : views.getOrDefault(new Place(version.code(), end, true), List.of());
    }
}
