package vn.nhipso.directory.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;

/** What follows a change for teams and committees. */
@ApplicationScoped
class MovesOn {

    void apply(ChangePlan plan, LocalDate day, Instant moment) {}
}
