package vn.nhipso.indicator.check;

import java.math.BigDecimal;

/**
 * When a change between two periods is a JUMP.
 *
 * @param points of a percentage
 * @param factor of every other number
 * @param least of a count, in things: from 1 to 4 is no jump
 */
public record JumpMethod(BigDecimal points, BigDecimal factor, BigDecimal least) {

    public JumpMethod {
        Bounds.within("jump.points", points, "0", "100");
        Bounds.within("jump.factor", factor, "1", "1000000");
        Bounds.within("jump.least", least, "0", "1000000000");
    }

    boolean isJump(Size now, Size before) {
        BigDecimal difference = now.amount().subtract(before.amount()).abs();
        return switch (now.measure()) {
            case POINTS -> difference.compareTo(points) >= 0;
            case NUMBER -> isManyTimes(now.amount(), before.amount());
            case COUNT -> isManyTimes(now.amount(), before.amount()) && difference.compareTo(least) >= 0;
        };
    }

    private boolean isManyTimes(BigDecimal one, BigDecimal other) {
        return one.max(other).compareTo(one.min(other).multiply(factor)) >= 0;
    }
}
