package vn.nhipso.directory.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.nhipso.directory.placement.Placed;
import vn.nhipso.directory.placement.PlacementRepository;
import vn.nhipso.directory.placement.Stay;
import vn.nhipso.directory.rights.Territory;
import vn.nhipso.kit.problem.KitProblem;
import vn.nhipso.kit.problem.ProblemException;
import vn.nhipso.kit.problem.Text;
import vn.nhipso.kit.security.Caller;
import vn.nhipso.kit.security.Roles;
import vn.nhipso.kit.time.VietnamTime;

/** Who may edit a team, and who may see its members: the steward of the territory and the reporter of the team's own unit. */
@ApplicationScoped
class PersonRights {

    private final PlacementRepository placements;
    private final Territory territory;
    private final Clock clock;

    PersonRights(PlacementRepository placements, Territory territory, Clock clock) {
        this.placements = placements;
        this.territory = territory;
        this.clock = clock;
    }

    List<Stay> stays(UUID team) {
        return placements.of(Placed.TEAM, List.of(team)).getOrDefault(team, List.of());
    }

    /** Fails with FORBIDDEN where the unit at which the team is, or was last, is outside the caller's subtree. */
    void requireEdit(Caller caller, List<Stay> stays) {
        Stay last = stays.getLast();
        territory.require(caller, last.unit(), lastDay(last));
    }

    boolean maySee(Caller caller, List<Stay> stays) {
        if (stays.isEmpty()) {
            return false;
        }
        Stay last = stays.getLast();
        boolean role = caller.has(Roles.STEWARD)
                || (caller.has(Roles.REPORTER) && caller.unit().equals(reporting(last.unit())));
        return role && territory.covers(caller.unit(), last.unit(), lastDay(last));
    }

    void requireSee(Caller caller, List<Stay> stays) {
        if (!maySee(caller, stays)) {
            throw new ProblemException(
                    KitProblem.FORBIDDEN,
                    new Text(
                            "Dữ liệu cá nhân chỉ dành cho người quản trị danh bạ của địa bàn và người báo cáo của chính đơn vị có tổ.",
                            "Personal data are for the steward of the territory and the reporter of the team's own unit only."));
        }
    }

    private LocalDate lastDay(Stay last) {
        return last.nearest(VietnamTime.today(clock));
    }

    /** The unit whose reporter speaks for a team: its own; hamlets have none and belong to their commune. */
    private static String reporting(String unit) {
        int hamlet = unit.indexOf('-');
        return hamlet < 0 ? unit : unit.substring(0, hamlet);
    }
}
