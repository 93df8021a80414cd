package vn.nhipso.indicator.finding.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipso.indicator.check.Aim;
import vn.nhipso.indicator.check.Jump;
import vn.nhipso.indicator.check.JumpMethod;
import vn.nhipso.indicator.check.Oddities;
import vn.nhipso.indicator.check.Oddity;
import vn.nhipso.indicator.check.Size;
import vn.nhipso.indicator.check.StatusDiffers;
import vn.nhipso.indicator.definition.Definition;
import vn.nhipso.indicator.figure.Content;
import vn.nhipso.indicator.figure.Stated;
import vn.nhipso.kit.period.Period;

/**
 * A measurement as it was last stated, and what is published of the periods before.
 *
 * @param definition under which all of them were made
 * @param withdrawn whether it was taken back
 */
record History(
        Subject subject,
        Definition definition,
        boolean withdrawn,
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

    /** Whether its words are of a target, and it has a figure to hold against one. */
    boolean statesStatus() {
        return StatusDiffers.isAbout(content.stated()) && size() != null;
    }

    @Nullable Oddity status(Aim aim) {
        Size now = size();
        Stated stated = content.stated();
        return now == null || stated == null
                ? null
                : StatusDiffers.oddity(definition, subject.period(), now, stated, aim);
    }

    /** Of a period in which no report is due. What was taken back is of none. */
    @Nullable Oddity offFrequency() {
        return withdrawn ? null : Oddities.offFrequency(definition, subject.period());
    }

    private void add(List<Jump.Earlier> earlier, Period period, @Nullable Content said) {
        Size size = said == null ? null : Size.of(definition, subject.scope(), said);
        if (size != null) {
            earlier.add(new Jump.Earlier(period, size));
        }
    }
}
