package vn.nhipso.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.ApiJson;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.catalogue.CatalogueLoader;
import vn.nhipso.local.catalogue.CountryList;
import vn.nhipso.local.catalogue.CountryLoader;
import vn.nhipso.local.country.CountryState;
import vn.nhipso.local.country.ListedUnit;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackException;

/**
 * Whether the figures of a whole country are found again after its reorganisation: every old commune reports a month, and what that comes to on the
 * hierarchies of other days is held against the lists.
 */
public final class RestatedBench {

    private static final String ALL = "RESTATED-ALL";
    private static final String ONE = "RESTATED-ONE";
    /** Phụng Hiệp, whose communes are the example of DESIGN. */
    private static final String DISTRICT = "934";

    private static final int BATCH = 5_000;
    private static final int WRONG_SHOWN = 10;

    private final BenchStack stack;
    private final ApiClient indicator;
    private final RestatedAnswers answers;
    private final RestatedTimes times;
    private final PrintStream out;
    private String sequence = "";

    public RestatedBench(BenchStack stack, InstantSource clock) {
        this.stack = stack;
        this.indicator = stack.of(Service.INDICATOR);
        this.answers = new RestatedAnswers(stack.of(Service.REPORTING));
        this.times = new RestatedTimes(stack, clock);
        this.out = stack.out();
    }

    public void run(List<CountryList> lists, int rounds) {
        List<CountryState> states = lists.stream().map(CountryState::of).toList();
        CountryState after = states.stream()
                .filter(state -> !state.edges().isEmpty()
                        && state.units().stream()
                                .noneMatch(unit -> unit.apiLevel().equals("DISTRICT")))
                .findFirst()
                .orElseThrow(() -> new StackException("None of the lists is the first of two levels."));
        CountryState before = states.get(states.indexOf(after) - 1);
        load(lists, states);
        RestatedCountry country = new RestatedCountry(before, after);
        // Read on the last whole month before the day, and on the first that the lists know: in between the country may
        // have changed once more.
        String last = YearMonth.from(after.day().minusDays(1)).minusMonths(1).toString();
        String first = YearMonth.from(states.getFirst().day()).plusMonths(1).toString();
        String district = country.district(DISTRICT);
        Map<String, BigDecimal> figures = new TreeMap<>();
        country.communes().forEach(code -> figures.put(code, figure(code)));
        define(ALL);
        define(ONE);
        publish(ALL, last, country.communes());
        publish(ALL, first, communes(states.getFirst()));
        publish(ONE, last, country.within(district));
        answers.await(ONE, last, sequence);
        conserve(states, Map.of(first, sum(communes(states.getFirst())), last, sum(country.communes())));
        whole(country, figures, after.day(), last);
        district(country, district, after.day(), last);
        stack.progress().say(answers.checked() + " numbers were compared");
        requireRight();
        times.measure(ALL, last, after.day(), country.provinces(), rounds);
    }

    private void load(List<CountryList> lists, List<CountryState> states) {
        ApiClient directory = stack.of(Service.DIRECTORY);
        if (BenchCountry.isLoaded(directory, states)) {
            stack.progress().say("the lists are there already");
            return;
        }
        CountryLoader loader =
                new CountryLoader(new CatalogueLoader(directory, indicator, stack.of(Service.REPORTING), out), out);
        loader.print(loader.load(lists));
    }

    private static Set<String> communes(CountryState state) {
        Set<String> communes = new TreeSet<>();
        state.units().stream()
                .filter(ListedUnit::isCommune)
                .map(ListedUnit::code)
                .forEach(communes::add);
        return communes;
    }

    private static BigDecimal figure(String commune) {
        return BigDecimal.valueOf(1 + Math.floorMod(commune.hashCode() * 31, 997));
    }

    private static BigDecimal sum(Collection<String> communes) {
        return communes.stream().map(RestatedBench::figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void define(String code) {
        ObjectNode definition = ApiJson.mapper().createObjectNode();
        definition.putObject("names").put("vi", "Quy đổi " + code).put("en", "Restated " + code);
        definition
                .put("pillar", "FOUNDATION")
                .put("kind", "COUNT")
                .put("nature", "FLOW")
                .put("unitOfMeasure", "hồ sơ")
                .put("decimals", 0)
                .put("direction", "UP")
                .put("frequency", "MONTH");
        definition.putArray("reportedBy").add("COMMUNE");
        required(indicator.put("/v1/indicators/" + code, definition));
    }

    private void publish(String code, String period, Collection<String> communes) {
        stack.progress().say(communes.size() + " communes report " + period + " of " + code);
        List<String> all = List.copyOf(communes);
        for (int from = 0; from < all.size(); from += BATCH) {
            ObjectNode body = ApiJson.mapper().createObjectNode();
            ArrayNode items = body.putArray("items");
            all.subList(from, Math.min(all.size(), from + BATCH)).forEach(commune -> items.addObject()
                    .put("indicator", code)
                    .put("unit", commune)
                    .put("period", period)
                    .put("scope", "OWN")
                    .put("value", figure(commune)));
            sequence = required(indicator.post("/v1/measurement-batches", body))
                    .sequence()
                    .orElse(sequence);
        }
    }

    private static Reply required(Reply reply) {
        if (!reply.isSuccess()) {
            throw new StackException("The benchmark cannot publish its figures: " + reply.problem());
        }
        return reply;
    }

    /** The country is the same on every day, and every unit is the sum of those below it and of what stands unallocated at it. */
    private void conserve(List<CountryState> states, Map<String, BigDecimal> totals) {
        Set<LocalDate> days = new TreeSet<>();
        for (CountryState state : states) {
            days.add(state.day());
            days.add(state.day().minusDays(1));
            days.add(state.day().plusDays(40));
        }
        days.removeIf(day -> day.isBefore(states.getFirst().day()));
        for (String period : totals.keySet()) {
            BigDecimal total = Objects.requireNonNull(totals.get(period));
            for (LocalDate day : days) {
                stack.progress().say(period + " on " + day);
                answers.expect("VN in " + period + " on " + day, total, answers.value(ALL, "VN", period, day));
                boolean districts = states.stream()
                        .filter(state -> !state.day().isAfter(day))
                        .reduce((one, later) -> later)
                        .orElseThrow()
                        .units()
                        .stream()
                        .anyMatch(unit -> unit.apiLevel().equals("DISTRICT"));
                answers.children(ALL, period, day, districts);
            }
        }
    }

    private void whole(RestatedCountry country, Map<String, BigDecimal> figures, LocalDate day, String period) {
        Map<String, BigDecimal> provinces = country.wholeProvinces(figures);
        Map<String, BigDecimal> communes = country.wholeCommunes(figures);
        Map<String, BigDecimal> served = new TreeMap<>(answers.values(ALL, period, day, "PROVINCE", "VN"));
        country.provinces().forEach(code -> served.putAll(answers.values(ALL, period, day, "COMMUNE", code)));
        provinces.forEach((code, sum) -> answers.expect("province " + code, sum, served.get(code)));
        communes.forEach((code, sum) -> answers.expect("commune " + code, sum, served.get(code)));
        stack.progress()
                .say(provinces.size() + " provinces and " + communes.size()
                        + " communes are made of whole ones, and are their sums");
    }

    private void district(RestatedCountry country, String district, LocalDate day, String period) {
        List<String> communes = country.within(district);
        BigDecimal total = sum(communes);
        String province = country.province(communes)
                .orElseThrow(() -> new StackException("The communes of " + district + " went to several provinces."));
        Map<String, BigDecimal> below = answers.values(ONE, period, day, "COMMUNE", province);
        BigDecimal sum = below.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        answers.expect("province " + province, total, answers.value(ONE, province, period, day));
        answers.expect("communes of " + province, total, sum.add(answers.unallocated(ONE, province, period, day)));
        List<String> where = new ArrayList<>();
        below.forEach((code, value) -> {
            if (value.signum() != 0) {
                where.add(code + " " + value);
            }
        });
        stack.progress()
                .say("the " + total + " of the " + communes.size() + " communes under " + district + " stand on " + day
                        + " under " + province + ": " + String.join(", ", where));
    }

    private void requireRight() {
        answers.wrong().stream().limit(WRONG_SHOWN).forEach(sentence -> out.println("WRONG: " + sentence));
        if (!answers.wrong().isEmpty()) {
            throw new StackException(answers.wrong().size() + " of " + answers.checked() + " answers are wrong.");
        }
    }

    /** The number of a COUNT. */
    static BigDecimal number(JsonNode rollup) {
        return rollup.path("value").isNumber() ? rollup.path("value").decimalValue() : BigDecimal.ZERO;
    }
}
