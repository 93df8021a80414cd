package vn.nhipso.indicator.finding.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Jump;
import vn.nhipso.indicator.check.JumpMethod;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.check.Size;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.kit.period.Period;

/**
 * A measurement as it was last stated, and what is published of the periods before.
 *
 * @param definition under which all of them were made
 */
record History(
        Subject subject,
        Definition definition,
        Content content,
        @Nullable Content previous,
        @Nullable Content lastYear) {

    @Nullable Size size() {
        return Size.of(definition, subject.scope(), content);
    }

    @Nullable Oddity jump(JumpMethod method) {
        Size now = size();
        if (now == null) {
            return null;
        }
        List<Jump.Earlier> earlier = new ArrayList<>();
        add(earlier, subject.previous(), previous);
        Period yearBefore = subject.lastYear();
        if (yearBefore != null) {
            add(earlier, yearBefore, lastYear);
        }
        return Jump.oddity(subject.period(), now, earlier, method);
    }

    private void add(List<Jump.Earlier> earlier, Period period, @Nullable Content said) {
        Size size = said == null ? null : Size.of(definition, subject.scope(), said);
        if (size != null) {
            earlier.add(new Jump.Earlier(period, size));
        }
    }
}
