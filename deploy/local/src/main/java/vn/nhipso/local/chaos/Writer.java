package vn.nhipso.local.chaos;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Thinks of what a client sends next: new figures, corrections, withdrawals, some of it wrong. The same seed thinks of the same. */
final class Writer {

    private static final int MOST_ROWS = 60;
    private static final List<String> ABSENCES = List.of("NOT_APPLICABLE", "NO_METHOD", "NOT_COLLECTED");

    /** From which number of a hundred on. */
    private static final NavigableMap<Integer, Parcel.Form> FORMS = new TreeMap<>(Map.of(
            0, Parcel.Form.JSON,
            30, Parcel.Form.JSON_PARTIAL,
            50, Parcel.Form.LINES,
            60, Parcel.Form.LINES_PARTIAL,
            75, Parcel.Form.FILE,
            85, Parcel.Form.FILE_PARTIAL,
            92, Parcel.Form.JOB));

    private final SplittableRandom random;
    private final String name;
    private final List<FigureKey> own;
    private final List<Measure> measures;
    private final Ledger ledger;
    private int parcels;

    /** @param own what only this client writes */
    Writer(SplittableRandom random, String name, List<FigureKey> own, List<Measure> measures, Ledger ledger) {
        this.random = random;
        this.name = name;
        this.own = own;
        this.measures = measures;
        this.ledger = ledger;
    }

    Parcel next() {
        Parcel.Form form = form();
        boolean keyed = form == Parcel.Form.JOB || random.nextInt(2) == 0;
        boolean wrong = random.nextInt(100) < (form.isPartial() ? 25 : 4);
        List<Parcel.Row> rows = new ArrayList<>();
        for (FigureKey key : keys(1 + random.nextInt(random.nextInt(4) == 0 ? MOST_ROWS : MOST_ROWS / 3))) {
            rows.add(new Parcel.Row(key, content(key, form.isFile()), false));
        }
        if (wrong) {
            spoil(rows);
        } else if (!form.isPartial() && random.nextInt(20) == 0) {
            // Said twice in one request: counts once.
            rows.add(rows.getFirst());
        }
        return new Parcel(form, List.copyOf(rows), keyed ? name + "-" + ++parcels : null);
    }

    private Parcel.Form form() {
        int dice = random.nextInt(100);
        return FORMS.floorEntry(dice).getValue();
    }

    private Set<FigureKey> keys(int count) {
        Set<FigureKey> keys = new LinkedHashSet<>();
        while (keys.size() < count) {
            keys.add(own.get(random.nextInt(own.size())));
        }
        return keys;
    }

    private Content content(FigureKey key, boolean file) {
        int dice = random.nextInt(100);
        if (dice < 6 && !file && !ledger.standing(key).isNothing()) {
            return Content.NOTHING;
        }
        if (dice < 12) {
            return Content.absent(ABSENCES.get(random.nextInt(ABSENCES.size())));
        }
        if (dice < 20 && !ledger.standing(key).isNothing()) {
            return ledger.standing(key);
        }
        return number(key);
    }

    /** A figure keeps its form for life: what a later row leaves out would be as before. */
    private Content number(FigureKey key) {
        int form = Math.floorMod(key.toString().hashCode(), 50);
        Content exact = exact(key, form % 10);
        return form < 8 ? exact.with(Marks.USUAL.get(random.nextInt(Marks.USUAL.size()))) : exact;
    }

    private Content exact(FigureKey key, int form) {
        return switch (kind(key)) {
            case COUNT -> Content.value(Integer.toString(random.nextInt(10_000)));
            case SHARE, SCORE -> Content.value(percent());
            case FLAG ->
                key.scope() == FigureKey.Scope.OWN ? Content.value(Integer.toString(random.nextInt(2))) : counts(null);
            case RATIO ->
                switch (form) {
                    case 0 -> Content.value(percent());
                    case 1 -> Content.numerator(random.nextInt(2_000), percent());
                    case 2 -> counts(percent());
                    default -> counts(null);
                };
        };
    }

    private Content counts(@Nullable String percent) {
        int denominator = 1 + random.nextInt(2_000);
        return Content.counts(random.nextInt(denominator + 1), denominator, percent);
    }

    private String percent() {
        return random.nextInt(2) == 0
                ? String.format(Locale.ROOT, "%d.%d", random.nextInt(100), random.nextInt(10))
                : String.format(Locale.ROOT, "%d.%02d", random.nextInt(100), random.nextInt(100));
    }

    private Measure.Kind kind(FigureKey key) {
        return measures.stream()
                .filter(measure -> measure.code().equals(key.indicator()))
                .map(Measure::kind)
                .findFirst()
                .orElseThrow();
    }

    /** One row breaks a rule, another one than those that are right. */
    private void spoil(List<Parcel.Row> rows) {
        @Nullable FigureKey unused = own.stream()
                .filter(key -> rows.stream().noneMatch(row -> row.key().equals(key)))
                .findFirst()
                .orElse(null);
        if (unused != null) {
            rows.add(random.nextInt(rows.size() + 1), new Parcel.Row(unused, wrong(unused), true));
        }
    }

    private Content wrong(FigureKey key) {
        return switch (kind(key)) {
            case RATIO -> Content.counts(11, 10, null);
            case FLAG -> key.scope() == FigureKey.Scope.OWN ? Content.value("2") : Content.counts(11, 10, null);
            case COUNT, SHARE, SCORE -> Content.value("-1");
        };
    }
}
