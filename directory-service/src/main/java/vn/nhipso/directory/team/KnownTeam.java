package vn.nhipso.directory.team;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.nhipso.directory.placement.Stay;

/** A recorded team that a row of a file may mean. */
record KnownTeam(Team team, UUID unit, List<Stay> stays) {

    boolean isCalled(Team sent) {
        return team.kind == sent.kind && team.name.equalsIgnoreCase(sent.name);
    }

    boolean isAt(String code, LocalDate day) {
        return stays.stream().anyMatch(stay -> {
            LocalDate to = stay.to();
            return stay.unit().equals(code) && !day.isBefore(stay.from()) && (to == null || day.isBefore(to));
        });
    }
}
