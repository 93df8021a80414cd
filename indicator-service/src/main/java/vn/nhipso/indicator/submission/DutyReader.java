package vn.nhipso.indicator.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import vn.nhipso.indicator.calendar.Calendars;
import vn.nhipso.indicator.definition.Definitions;

/** Reads what is owed from the catalogue and the calendars. */
@ApplicationScoped
class DutyReader {

    private final Definitions definitions;
    private final Calendars calendars;

    DutyReader(Definitions definitions, Calendars calendars) {
        this.definitions = definitions;
        this.calendars = calendars;
    }

    Duties read(Connection connection) throws SQLException {
        return new Duties(definitions.all(connection).values(), calendars.schedule(connection));
    }
}
