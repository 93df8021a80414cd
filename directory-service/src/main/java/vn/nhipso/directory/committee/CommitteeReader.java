package vn.nhipso.directory.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
import vn.nhipso.kit.time.VietnamTime;

/** Reads committees. */
@ApplicationScoped
class CommitteeReader {

    private static final String FIND = Sql.of(CommitteeReader.class, "find-committees.sql");

    private final CommitteeRepository committees;
    private final CommitteeMemberRepository seats;
    private final PlacementRepository placements;
    private final Database database;
    private final Clock clock;

    CommitteeReader(
            CommitteeRepository committees,
            CommitteeMemberRepository seats,
            PlacementRepository placements,
            Database database,
            Clock clock) {
        this.committees = committees;
        this.seats = seats;
        this.placements = placements;
        this.database = database;
        this.clock = clock;
    }

    /** What narrows a list; null narrows nothing. */
    record Question(
            @Nullable String unit,
            @Nullable String within,
            @Nullable LocalDate day,
            @Nullable String words) {}

    /** @param day of which head and members are shown; null for today, or its last day */
    @Transactional
    CommitteeView get(UUID id, @Nullable LocalDate day) {
        return view(committees.findByIdOptional(id).orElseThrow(() -> CommitteeService.notFound(id)), day);
    }

    /** For those who have it in hand already. */
    CommitteeView view(Committee committee, @Nullable LocalDate day) {
        return CommitteeView.of(committee, stays(committee.id), seats.of(List.of(committee.id)), shown(committee, day));
    }

    List<Stay> stays(UUID id) {
        return placements.of(Placed.COMMITTEE, List.of(id)).getOrDefault(id, List.of());
    }

    @Transactional
    List<CommitteeView> list(Question question, @Nullable UUID after, int limit) {
        return views(
                database.list(
                        FIND,
                        row -> row.getObject("id", UUID.class),
                        question.unit(),
                        question.within(),
                        question.day(),
                        question.words(),
                        VietnamTime.today(clock),
                        after,
                        limit),
                question.day());
    }

    private LocalDate shown(Committee committee, @Nullable LocalDate day) {
        LocalDate today = VietnamTime.today(clock);
        LocalDate end = committee.validTo;
        if (day != null) {
            return day;
        }
        return end != null && !today.isBefore(end) ? end.minusDays(1) : today;
    }

    private List<CommitteeView> views(List<UUID> ids, @Nullable LocalDate day) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Stay>> stays = placements.of(Placed.COMMITTEE, ids);
        Map<UUID, List<CommitteeMember>> members =
                seats.of(ids).stream().collect(Collectors.groupingBy(member -> member.committeeId));
        return committees.list("id in ?1", ids).stream()
                .sorted(Comparator.comparing(committee -> committee.id.toString()))
                .map(committee -> CommitteeView.of(
                        committee,
                        stays.getOrDefault(committee.id, List.of()),
                        members.getOrDefault(committee.id, List.of()),
                        shown(committee, day)))
                .toList();
    }
}
