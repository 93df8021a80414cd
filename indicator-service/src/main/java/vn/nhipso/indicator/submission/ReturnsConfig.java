package vn.nhipso.indicator.submission;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;
import vn.nhipso.indicator.unit.Level;

/** Settings of returns. */
@ConfigMapping(prefix = "nhipso.returns")
public interface ReturnsConfig {

    /**
     * The levels that approve a return in turn, such as COMMUNE,DISTRICT,PROVINCE, where no unit of its line says so itself
     * (/v1/approval-levels); empty: one approval by anybody who may. Levels below the unit, and those that it has nobody of on the closing day, are
     * passed over. A change counts for what is submitted from then on.
     */
    Optional<List<Level>> approvalLevels();
}
