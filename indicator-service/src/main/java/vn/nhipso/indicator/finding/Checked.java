package vn.nhipso.indicator.finding;

import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.figure.Scope;

/** A measurement that was looked at for one kind of finding. */
public record Checked(String unit, String period, String indicator, Scope scope, Oddity.Code code) {}
