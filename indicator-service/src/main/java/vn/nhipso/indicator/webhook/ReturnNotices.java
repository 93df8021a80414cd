package vn.nhipso.indicator.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.nhipso.indicator.feed.FeedPositions;
import vn.nhipso.indicator.submission.DueReturns;

/**
 * Tells of returns, each thing once: how far it has told stands in the database and moves with the messages. Sent back: as it happens, from the
 * histories of the returns. Due and late: once for every day, days on which the service was not there included.
 */
@ApplicationScoped
class ReturnNotices {

    private static final int AT_ONCE = 500;
    private static final long UNSTORED = 10_000;
    private static final int DAYS_BACK = 31;

    private final DueReturns returns;
    private final ReturnMessages messages;
    private final FeedPositions positions;
    private final DataSource dataSource;
    private final WebhookConfig config;

    ReturnNotices(
            DueReturns returns,
            ReturnMessages messages,
            FeedPositions positions,
            DataSource dataSource,
            WebhookConfig config) {
        this.returns = returns;
        this.messages = messages;
        this.positions = positions;
        this.dataSource = dataSource;
        this.config = config;
    }

    /** How far was told. */
    record Told(long returned, LocalDate reminded) {}

    /** What was sent back since the last time. */
    @Transactional
    void tellReturned() {
        Told told = told();
        long settled = positions.settled();
        List<DueReturns.Returned> found = returns.returned(told.returned(), settled, AT_ONCE);
        messages.store(
                WebhookType.RETURN_RETURNED,
                found.stream().map(ReturnNotice::of).toList());
        long reached = found.size() == AT_ONCE ? found.getLast().position() : settled;
        if (!found.isEmpty() || reached - told.returned() > UNSTORED) {
            set(new Told(reached, told.reminded()));
        }
    }

    /**
     * What has become due or late on the days up to this one.
     *
     * @param today Vietnam's
     */
    @Transactional
    void remind(LocalDate today) {
        Told told = told();
        LocalDate day = told.reminded().plusDays(1);
        LocalDate first = today.minusDays(DAYS_BACK);
        for (day = day.isBefore(first) ? first : day; !day.isAfter(today); day = day.plusDays(1)) {
            messages.store(WebhookType.RETURN_LATE, notices(returns.lateSince(day)));
            LocalDate due = day.plusDays(config.remindDaysBefore());
            if (!due.isBefore(today)) {
                messages.store(WebhookType.RETURN_DUE, notices(returns.dueOn(due)));
            }
        }
        if (told.reminded().isBefore(today)) {
            set(new Told(told.returned(), today));
        }
    }

    private static List<ReturnNotice> notices(List<DueReturns.Due> due) {
        List<ReturnNotice> notices = new ArrayList<>();
        due.forEach(owed -> notices.add(ReturnNotice.of(owed)));
        return notices;
    }

    /** Locks it: two instances do not tell the same. */
    private Told told() {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row =
                        select.executeQuery("SELECT returned_position, reminded_on FROM webhook_notice FOR UPDATE")) {
            row.next();
            return new Told(row.getLong(1), row.getObject(2, LocalDate.class));
        } catch (SQLException failed) {
            throw new IllegalStateException("notices not read", failed);
        }
    }

    private void set(Told told) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE webhook_notice SET returned_position = ?, reminded_on = ?")) {
            update.setLong(1, told.returned());
            update.setObject(2, told.reminded());
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("notices not stored", failed);
        }
    }
}
