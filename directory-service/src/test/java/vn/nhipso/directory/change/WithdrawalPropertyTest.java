package vn.nhipso.directory.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.nhipso.directory.lineage.LineageEdge;
import vn.nhipso.directory.unit.UnitVersion;
import vn.nhipso.kit.problem.ProblemException;

/** Taking changes back, the last one first, leads through the very states that were there before each of them. */
class WithdrawalPropertyTest {

    private record State(Set<UnitVersion> units, Set<LineageEdge> edges) {

        static State of(Record record) {
            return new State(record.units().all().collect(Collectors.toSet()), Set.copyOf(record.edges()));
        }
    }

    private record Step(State before, Change change, Traces traces) {}

    @Property(tries = 100, seed = RandomHistory.SEED)
    void withdrawingTheLastChangeShouldRestoreWhatWasBefore(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 20) int changes) {
        Random random = new Random(seed);
        Record record = RandomHistory.begun();
        Deque<Step> steps = new ArrayDeque<>();
        for (int i = 0; i < changes; i++) {
            apply(RandomHistory.any(record, random), record, steps);
        }
        while (!steps.isEmpty()) {
            Step last = steps.pop();
            record.withdraw(last.change(), last.traces());
            assertThat(State.of(record)).isEqualTo(last.before());
        }
    }

    @Property(tries = 100, seed = RandomHistory.SEED)
    void withdrawingAnyChangeShouldLeaveTheTreeRightOrBeRefused(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 20) int changes) {
        Random random = new Random(seed);
        Record record = RandomHistory.begun();
        Deque<Step> steps = new ArrayDeque<>();
        for (int i = 0; i < changes; i++) {
            apply(RandomHistory.any(record, random), record, steps);
        }
        List<Step> inAnyOrder = new ArrayList<>(steps);
        java.util.Collections.shuffle(inAnyOrder, random);
        for (Step step : inAnyOrder) {
            State before = State.of(record);
            try {
                if (!record.withdraw(step.change(), step.traces())) {
                    assertThat(State.of(record)).isEqualTo(before);
                }
            } catch (ProblemException refused) {
                assertThat(State.of(record)).isEqualTo(before);
            }
            record.assertSound();
        }
    }

    private static void apply(Changes change, Record record, Deque<Step> steps) {
        State before = State.of(record);
        List<LineageEdge> edges = List.copyOf(record.edges());
        try {
            Change read = change.read();
            ChangePlan plan = record.apply(change);
            List<LineageEdge> removed = edges.stream()
                    .filter(edge -> edge.effectiveOn().equals(read.effectiveOn())
                            && plan.lineage().containsKey(edge.from()))
                    .toList();
            List<LineageEdge> added =
                    plan.lineage().values().stream().flatMap(List::stream).toList();
            steps.push(new Step(before, read, new Traces(plan.added(), plan.superseded(), added, removed)));
        } catch (ProblemException refused) {
            assertThat(State.of(record)).isEqualTo(before);
        }
    }
}
