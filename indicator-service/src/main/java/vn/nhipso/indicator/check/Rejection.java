package vn.nhipso.indicator.check;

import vn.nhipso.indicator.IndicatorProblem;
import vn.nhipso.kit.problem.Text;

/**
 * Why a measurement is refused.
 *
 * @param field the field of the row that is to blame
 */
public record Rejection(IndicatorProblem code, String field, Text detail) {}
