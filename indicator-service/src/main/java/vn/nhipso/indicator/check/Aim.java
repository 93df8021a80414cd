package vn.nhipso.indicator.check;

import java.math.BigDecimal;
import vn.nhipso.kit.period.Period;

/**
 * What is to be reached.
 *
 * @param atLeast whether the figure is to be at least the value, else at most
 */
public record Aim(Period period, boolean atLeast, BigDecimal value) {}
