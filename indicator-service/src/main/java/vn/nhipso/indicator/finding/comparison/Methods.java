package vn.nhipso.indicator.finding.comparison;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import vn.nhipso.indicator.check.JumpMethod;
import vn.nhipso.indicator.check.OutlierMethod;

/** The methods as they are set here. */
@Singleton
public class Methods {

    private final JumpMethod jump;
    private final OutlierMethod outlier;

    Methods(ComparisonConfig config) {
        jump = new JumpMethod(
                config.jump().points(), config.jump().factor(), config.jump().least());
        outlier = new OutlierMethod(
                config.outlier().siblings(),
                config.outlier().score(),
                config.outlier().points(),
                config.outlier().factor(),
                config.outlier().least());
        hold("rows-at-once", config.rowsAtOnce(), 0, 5_000);
        hold("follower.rows", config.follower().rows(), 1, 20_000);
        hold("follower.effort", config.follower().effort(), 1, 100);
    }

    public JumpMethod jump() {
        return jump;
    }

    public OutlierMethod outlier() {
        return outlier;
    }

    private static void hold(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("nhipso.checks." + name + " is " + BigDecimal.valueOf(value)
                    + " and must be between " + least + " and " + most);
        }
    }
}
