package vn.nhipso.reporting.restatement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a unit hands up less what the units below it hand up: its part in all that lies above it. The parts of all units add up to what the country
 * hands up.
 *
 * @param own what its own offices bring into the sum
 * @param rest what its stated figure says beyond the parts; negative where it says less
 * @param weighed of a SHARE, all of it
 * @param below the units below it that hand something up, which is not in the rest
 * @param coverage what it adds to the coverage of everything that it is part of
 */
public record Part(
        Handed of,
        @Nullable Amount own,
        @Nullable Amount rest,
        @Nullable Weighed weighed,
        List<String> below,
        Handed.Coverage coverage) {

    /** The parts of the units of one indicator and period, by unit. The units below each must be among them. */
    public static Map<String, Part> of(Collection<Handed> handed) {
        Map<String, List<Handed>> below = new HashMap<>();
        for (Handed one : handed) {
            if (one.parent() != null) {
                below.computeIfAbsent(one.parent(), key -> new ArrayList<>()).add(one);
            }
        }
        Map<String, Part> parts = new HashMap<>();
        for (Handed one : handed) {
            parts.put(one.unit(), of(one, below.getOrDefault(one.unit(), List.of())));
        }
        return parts;
    }

    private static Part of(Handed unit, List<Handed> below) {
        Amount amounts = null;
        Weighed weighed = null;
        Handed.Coverage coverage = unit.coverage();
        for (Handed child : below) {
            amounts = Amount.plus(amounts, child.up());
            weighed = Weighed.plus(weighed, child.weighed());
            coverage = coverage.minus(child.coverage());
        }
        List<String> gave = below.stream()
                .filter(child -> child.up() != null || child.weighed() != null)
                .map(Handed::unit)
                .sorted()
                .toList();
        return new Part(unit, unit.own(), rest(unit, amounts), weighed(unit.weighed(), weighed), gave, coverage);
    }

    private static @Nullable Amount rest(Handed unit, @Nullable Amount below) {
        Amount up = unit.up();
        Amount parts = Amount.plus(unit.own(), below);
        if (up == null || parts == null) {
            return up;
        }
        BigDecimal n = up.n().subtract(parts.n());
        BigDecimal d = Decimals.minus(up.d(), parts.d());
        boolean nothing = n.signum() == 0 && (d == null || d.signum() == 0);
        return nothing ? null : new Amount(n, d, up.marks());
    }

    private static @Nullable Weighed weighed(@Nullable Weighed up, @Nullable Weighed below) {
        if (up == null || below == null) {
            return up;
        }
        BigDecimal n = up.n().subtract(below.n());
        BigDecimal w = up.w().subtract(below.w());
        boolean nothing = n.signum() == 0 && w.signum() == 0;
        return nothing ? null : new Weighed(n, w, up.marks(), up.figures() - below.figures());
    }
}
