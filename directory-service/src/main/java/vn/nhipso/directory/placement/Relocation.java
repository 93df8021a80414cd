package vn.nhipso.directory.placement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.lineage.LineageRepository;
import vn.nhipso.directory.lineage.LineageWalk;

/**
 * Lets what is placed at units follow their population after a change: onward to the successor, back to life where lineage that arrives
 * late says where that is, or to its end. What somebody ended stays ended, and where somebody brought it there it stays. A handful of statements, however many.
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
        Map<UUID, LocalDate> moves = placements.laterMoves(
                what, candidates.stream().map(PlacementRepository.AtUnit::owner).toList(), day);
        List<PlacementRepository.Course> courses = new ArrayList<>();
        for (PlacementRepository.AtUnit candidate : candidates) {
            LocalDate until = moves.get(candidate.owner());
            Itinerary onward = Itinerary.from(
                    walk, candidate.unit(), day.minusDays(1), until == null ? candidate.statedEnd() : until);
            if (!candidate.assigned() && !unitOn(onward, day).equals(Optional.ofNullable(candidate.unitNow()))) {
                courses.add(new PlacementRepository.Course(candidate.owner(), onward, candidate.statedEnd(), until));
            }
        }
        placements.redirect(what, courses, day);
        return courses.stream().map(PlacementRepository.Course::owner).toList();
    }

    /**
     * Lets activities be those of the unit that bore their code on their day, where a change settles otherwise which one that was.
     *
     * @return those that are another unit's now
     */
    public List<UUID> resettleActivities(Collection<String> codes) {
        return placements.resettleActivities(codes);
    }

    /**
     * Brings something to where somebody says, whatever the rule says. To be asked when units and lineage are written.
     *
     * @param targets the code of the unit at which each is from the day on; it lives that day
     * @return who was there on the day before and has no end stated by then; nothing happens to others
     */
    public List<UUID> assign(Placed what, Map<UUID, String> targets, LocalDate day) {
        Map<UUID, Stay> before = new HashMap<>();
        placements.of(what, targets.keySet()).forEach((owner, stays) -> stays.stream()
                .filter(stay -> contains(stay, day.minusDays(1)))
                .forEach(stay -> before.put(owner, stay)));
        TreeSet<String> codes = new TreeSet<>();
        before.values().forEach(stay -> codes.add(stay.unit()));
        LineageWalk walk = lineage.onward(new TreeSet<>(targets.values()), day);
        List<PlacementRepository.Course> courses = placements.at(what, codes, day).stream()
                .filter(candidate -> before.containsKey(candidate.owner()))
                .map(candidate -> {
                    Stay left = Objects.requireNonNull(before.get(candidate.owner()));
                    String target = Objects.requireNonNull(targets.get(candidate.owner()));
                    Itinerary there = Itinerary.from(walk, target, day, candidate.statedEnd());
                    List<Stay> stays = new ArrayList<>(List.of(new Stay(left.unit(), left.from(), day)));
                    stays.addAll(there.stays());
                    return new PlacementRepository.Course(
                            candidate.owner(), new Itinerary(stays, there.endsOn()), candidate.statedEnd());
                })
                .toList();
        placements.redirect(what, courses, day);
        List<UUID> owners =
                courses.stream().map(PlacementRepository.Course::owner).toList();
        placements.markAssigned(what, owners, day);
        return owners;
    }

    private static boolean contains(Stay stay, LocalDate day) {
        LocalDate to = stay.to();
        return !day.isBefore(stay.from()) && (to == null || day.isBefore(to));
    }

    private static Optional<@Nullable String> unitOn(Itinerary onward, LocalDate day) {
        return onward.stays().stream()
                .filter(stay -> !stay.from().isAfter(day)
                        && (stay.to() == null || stay.to().isAfter(day)))
                .map(Stay::unit)
                .findFirst();
    }
}
