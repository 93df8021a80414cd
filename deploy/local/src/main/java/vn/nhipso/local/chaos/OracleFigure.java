package vn.nhipso.local.chaos;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure that counts for a period.
 *
 * @param cn what of it enters a sum
 * @param partial whether only some months are in it: then it completes nothing and is never chosen
 */
record OracleFigure(
        Oracle.Side side,
        @Nullable String absence,
        @Nullable BigDecimal cn,
        @Nullable BigDecimal cd,
        boolean partial) {

    static final OracleFigure NONE = new OracleFigure(Oracle.Side.NONE, null, null, null, false);

    boolean isNumber() {
        return side.n() != null || side.v() != null;
    }

    boolean completes() {
        return cn != null && !partial;
    }

    boolean isChoosable() {
        return (side.v() != null || cn != null) && !partial;
    }

    OracleFigure ofSomeMonths(boolean some) {
        return new OracleFigure(side, absence, cn, cd, some);
    }

    /** A sum, seen as a figure. */
    static OracleFigure sum(Measure rule, @Nullable BigDecimal n, @Nullable BigDecimal d, Set<Marks> marks) {
        Oracle.Side side = rule.kind() == Measure.Kind.COUNT
                ? new Oracle.Side(null, null, n, marks)
                : new Oracle.Side(n, d, null, marks);
        return new OracleFigure(side, null, n, d, false);
    }

    /** As it was published. */
    static OracleFigure of(Measure rule, FigureKey.Scope scope, Content content) {
        BigDecimal cn = null;
        BigDecimal cd = null;
        switch (rule.kind()) {
            case COUNT -> cn = content.v();
            case RATIO, FLAG -> {
                if (content.n() != null && content.d() != null) {
                    cn = content.n();
                    cd = content.d();
                } else if (rule.kind() == Measure.Kind.FLAG && scope == FigureKey.Scope.OWN && content.v() != null) {
                    cn = content.v();
                    cd = BigDecimal.ONE;
                }
            }
            case SHARE, SCORE -> {}
        }
        Oracle.Side side = new Oracle.Side(content.n(), content.d(), content.v(), content.marks());
        return new OracleFigure(side, content.absence(), cn, cd, false);
    }
}
