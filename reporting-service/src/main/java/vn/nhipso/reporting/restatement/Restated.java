package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parts placed at or below a unit come to.
 *
 * @param own what was the own of units of its level that it is made of
 * @param children what is placed below it
 * @param levels the OWN values by the level of the units that gave them: provinces, districts, communes
 * @param unallocated what is placed at it and is nobody's own
 * @param missing codes of units of the closing day that gave nothing and stand in no stated figure placed at or below it, smallest first
 * @param stated the figures of units that are placed at or below it as wholes, ascending, where nothing can be added
 */
public record Restated(
        Tally whole,
        Tally own,
        Tally children,
        List<Tally> levels,
        @Nullable Unallocated unallocated,
        List<String> missing,
        List<BigDecimal> stated) {

    /**
     * What is known of all the people of a unit together and of nobody below it.
     *
     * @param units how many units of the closing day it comes from
     * @param from their codes, 20 at most, smallest first
     */
    public record Unallocated(@Nullable Amount amount, int units, List<String> from) {}
}
