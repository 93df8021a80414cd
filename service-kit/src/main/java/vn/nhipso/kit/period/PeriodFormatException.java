package vn.nhipso.kit.period;

import vn.nhipso.kit.problem.Explained;
import vn.nhipso.kit.problem.Text;

/** A text that is no {@link Period}; what is wrong with it can be told to the caller in both languages. */
public final class PeriodFormatException extends IllegalArgumentException implements Explained {

    private final Text text;

    PeriodFormatException(Text text) {
        super(text.en());
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
