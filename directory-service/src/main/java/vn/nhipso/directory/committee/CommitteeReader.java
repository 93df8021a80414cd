package vn.nhipso.directory.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.placement.Placed;
import vn.nhipso.directory.placement.PlacementRepository;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.storage.Database;
import vn.nhipso.directory.storage.Sql;

/** Reads committees. */
@ApplicationScoped
class CommitteeReader {

    private static final String FIND = Sql.of(CommitteeReader.class, "find-committees.sql");

    private final CommitteeRepository committees;
    private final CommitteeMemberRepository seats;
    private final PlacementRepository placements;
    private final Database database;

    CommitteeReader(
            CommitteeRepository committees,
            CommitteeMemberRepository seats,
            PlacementRepository placements,
            Database database) {
        this.committees = committees;
        this.seats = seats;
        this.placements = placements;
        this.database = database;
    }

    @Transactional
    CommitteeView get(UUID id) {
        return views(List.of(id)).stream().findFirst().orElseThrow(() -> CommitteeService.notFound(id));
    }

    /** What is null narrows nothing. */
    @Transactional
    List<CommitteeView> list(
            @Nullable String unit, @Nullable String within, @Nullable LocalDate day, @Nullable UUID after, int limit) {
        return views(database.list(FIND, row -> row.getObject("id", UUID.class), unit, within, day, after, limit));
    }

    private List<CommitteeView> views(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Stay>> stays = placements.of(Placed.COMMITTEE, ids);
        Map<UUID, List<CommitteeMember>> members =
                seats.of(ids).stream().collect(Collectors.groupingBy(member -> member.committeeId));
        return committees.list("id in ?1", ids).stream()
                .sorted(Comparator.comparing(committee -> ids.indexOf(committee.id)))
                .map(committee -> CommitteeView.of(
                        committee,
                        stays.getOrDefault(committee.id, List.of()),
                        members.getOrDefault(committee.id, List.of())))
                .toList();
    }
}
