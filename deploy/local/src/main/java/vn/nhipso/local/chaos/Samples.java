package vn.nhipso.local.chaos;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Questions at random. */
final class Samples {

    private static final int DAYS = 365;

    private final SplittableRandom random;
    private final List<Measure> measures;
    private final List<Term> periods;
    private final Country country;

    Samples(SplittableRandom random, List<Measure> measures, List<Term> periods, Country country) {
        this.random = random;
        this.measures = measures;
        this.periods = periods;
        this.country = country;
    }

    Measure measure() {
        return of(measures);
    }

    Term period() {
        return of(periods);
    }

    /** The province and its districts mostly: what is below stands in what they are asked. */
    Country.Place place(LocalDate day) {
        List<Country.Place> places = country.living(day);
        return random.nextInt(4) == 0
                ? of(places)
                : of(places.stream().filter(place -> place.level() < 3).toList());
    }

    /** Of the two years, and the one after. */
    LocalDate day() {
        return LocalDate.of(2023, 1, 1).plusDays(random.nextInt(3 * DAYS));
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Something that the reports can be asked, now and as of a moment. */
    String question() {
        Term period = period();
        LocalDate day = random.nextBoolean() ? period.closes() : day();
        String at = "period=" + period + (day.equals(period.closes()) ? "" : "&validAt=" + day);
        String unit = place(day).code();
        String of = "?indicator=" + measure().code() + "&unit=" + unit + "&";
        return switch (random.nextInt(5)) {
            case 0 -> "/v1/explanations" + of + at;
            case 1 -> "/v1/scoreboards/" + unit + "?" + at;
            case 2 -> "/v1/series" + of + "from=2023-01&to=2024-06";
            default -> {
                StringBuilder path = new StringBuilder("/v1/rollups?" + at + Measure.filter(measures));
                country.places().stream().filter(place -> place.level() < 3).forEach(place -> path.append("&unit=")
                        .append(place.code()));
                yield path.toString();
            }
        };
    }
}
