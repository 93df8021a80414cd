package vn.nhipso.directory.placement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.lineage.LineageRepository;
import vn.nhipso.directory.lineage.LineageWalk;

/**
 * Lets what is placed at units follow their population after a change: onward to the successor, back to life where lineage that arrives
 * late says where that is, or to its end. What somebody ended stays ended. A handful of statements, however many.
 */
@ApplicationScoped
public class Relocation {

    private final PlacementRepository placements;
    private final LineageRepository lineage;

    Relocation(PlacementRepository placements, LineageRepository lineage) {
        this.placements = placements;
        this.lineage = lineage;
    }

    /**
     * To be asked when units and lineage are written.
     *
     * @param codes about which anything became otherwise on the day
     * @return whose stays became others
     */
    public List<UUID> follow(Placed what, Collection<String> codes, LocalDate day) {
        List<PlacementRepository.AtUnit> candidates = placements.at(what, codes, day);
        if (candidates.isEmpty()) {
            return List.of();
        }
        TreeSet<String> from = new TreeSet<>();
        candidates.forEach(candidate -> from.add(candidate.unit()));
        LineageWalk walk = lineage.onward(from, day.minusDays(1));
        List<PlacementRepository.Course> courses = new ArrayList<>();
        for (PlacementRepository.AtUnit candidate : candidates) {
            Itinerary onward = Itinerary.from(walk, candidate.unit(), day.minusDays(1), candidate.statedEnd());
            if (!unitOn(onward, day).equals(Optional.ofNullable(candidate.unitNow()))) {
                courses.add(new PlacementRepository.Course(candidate.owner(), onward, candidate.statedEnd()));
            }
        }
        placements.redirect(what, courses, day);
        return courses.stream().map(PlacementRepository.Course::owner).toList();
    }

    /** Lets activities be those of the unit that bore their code on their day, where a change settles otherwise which one that was. */
    public void resettleActivities(Collection<String> codes) {
        placements.resettleActivities(codes);
    }

    private static Optional<@Nullable String> unitOn(Itinerary onward, LocalDate day) {
        return onward.stays().stream()
                .filter(stay -> !stay.from().isAfter(day)
                        && (stay.to() == null || stay.to().isAfter(day)))
                .map(Stay::unit)
                .findFirst();
    }
}
