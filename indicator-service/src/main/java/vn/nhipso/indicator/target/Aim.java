package vn.nhipso.indicator.target;

import vn.nhipso.kit.period.Period;

/** What a target may be asked for: an indicator, a unit and a period. */
public record Aim(String indicator, String unit, Period period) {}
