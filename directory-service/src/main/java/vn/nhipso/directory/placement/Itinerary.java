package vn.nhipso.directory.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.lineage.LineageWalk;
import vn.nhipso.directory.lineage.Population;
import vn.nhipso.directory.unit.Level;
import vn.nhipso.directory.unit.UnitCode;

/**
 * All stays of something that began at a unit: as long as its commune or hamlet lives, then where the population went; when that was
 * divided, or a district or province ends, it ends too.
 *
 * @param endsOn the day after the last; null while open
 */
public record Itinerary(List<Stay> stays, @Nullable LocalDate endsOn) {

    /** @param end given by the caller; null for as long as it goes */
    public static Itinerary from(LineageWalk walk, String unit, LocalDate start, @Nullable LocalDate end) {
        List<Stay> stays = new ArrayList<>();
        String at = unit;
        LocalDate since = start;
        LocalDate day = start;
        while (true) {
            Optional<LocalDate> turn = walk.nextTurn(at, day);
            if (turn.isEmpty() || (end != null && !turn.get().isBefore(end))) {
                stays.add(new Stay(at, since, end));
                return new Itinerary(stays, end);
            }
            day = turn.get();
            String next = next(walk, at, day);
            if (next == null) {
                stays.add(new Stay(at, since, day));
                return new Itinerary(stays, day);
            }
            if (!next.equals(at)) {
                stays.add(new Stay(at, since, day));
                at = next;
                since = day;
            }
        }
    }

    private static @Nullable String next(LineageWalk walk, String at, LocalDate day) {
        if (walk.livesOn(at, day)) {
            return at;
        }
        Level level = UnitCode.levelOf(at);
        boolean movesOn = level == Level.COMMUNE || level == Level.HAMLET;
        return movesOn ? Population.goesTo(walk.leaving(at, day)) : null;
    }
}
