package vn.nhipso.local.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.country.CountryState;
import vn.nhipso.local.country.ListedUnit;

/** What callers ask the directory, about units of all the lists that were loaded; the same order of questions every time. */
final class DirectoryQuestions {

    private static final int PAGE = 10;

    private final List<CountryState> states;
    private final Random random = new Random(82);
    private final Deque<Question> typing = new ArrayDeque<>();

    DirectoryQuestions(List<CountryState> states) {
        this.states = states;
    }

    /** A name typed letter by letter, a request a letter: of all times, on a day, or with filters; and codes. */
    Supplier<Question> search() {
        return () -> {
            while (typing.isEmpty()) {
                type();
            }
            return typing.removeFirst();
        };
    }

    private void type() {
        CountryState state = state();
        ListedUnit unit = unit(state);
        int lot = random.nextInt(10);
        if (lot == 0) {
            typing.add(search("by code", unit.code(), "&validAt=" + state.day()));
            return;
        }
        Spelling spelling = Spelling.TYPED.get(random.nextInt(Spelling.TYPED.size()));
        String name = spelling.of(random.nextInt(4) == 0 ? unit.fullName() : unit.name());
        String parent = unit.parent().isEmpty() ? "VN" : unit.parent();
        String filters = "&validAt=" + state.day() + "&level=" + unit.apiLevel() + "&parent=" + parent;
        for (int letters = 1; letters <= name.length(); letters++) {
            String typed = name.substring(0, letters);
            if (typed.endsWith(" ")) {
                continue;
            }
            typing.add(
                    lot <= 5
                            ? search("of all times", typed, "")
                            : lot <= 7
                                    ? search("on a day", typed, "&validAt=" + state.day())
                                    : search("with filters", typed, filters));
        }
    }

    private static Question search(String kind, String words, String filters) {
        return new Question(kind, "/v1/units?pageSize=" + PAGE + "&q=" + ApiClient.encoded(words) + filters);
    }

    Supplier<Question> unit() {
        return () -> {
            CountryState state = state();
            return new Question("unit by code", "/v1/units/" + unit(state).code() + "?validAt=" + state.day());
        };
    }

    Supplier<Question> children() {
        return () -> {
            CountryState state = state();
            ListedUnit unit = unit(state);
            String parent = unit.parent().isEmpty() ? "VN" : unit.parent();
            return new Question("children", "/v1/units/" + parent + "/children?pageSize=200&validAt=" + state.day());
        };
    }

    Supplier<Question> tree() {
        return () -> {
            CountryState state = state();
            List<ListedUnit> provinces =
                    state.units().stream().filter(ListedUnit::isProvince).toList();
            String code = provinces.get(random.nextInt(provinces.size())).code();
            return new Question("tree of a province", "/v1/units/" + code + "/tree?validAt=" + state.day());
        };
    }

    Supplier<Question> successors() {
        List<CountryState> reorganised =
                states.stream().filter(state -> !state.edges().isEmpty()).toList();
        return () -> {
            CountryState state = reorganised.get(random.nextInt(reorganised.size()));
            String code =
                    state.edges().get(random.nextInt(state.edges().size())).from();
            return new Question(
                    "successors",
                    "/v1/units/" + code + "/successors?validAt=" + state.day().minusDays(1) + "&at=" + state.day());
        };
    }

    Supplier<Question> counts() {
        return () -> new Question("counts", "/v1/unit-counts?validAt=" + state().day());
    }

    private CountryState state() {
        return states.get(random.nextInt(states.size()));
    }

    private ListedUnit unit(CountryState state) {
        return state.units().get(random.nextInt(state.units().size()));
    }
}
