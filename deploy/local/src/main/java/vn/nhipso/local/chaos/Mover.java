package vn.nhipso.local.chaos;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** Moves a commune to another district now and then, as of a day that is long past. */
final class Mover {

    private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 1);
    private static final int MOST_DAYS = 150;

    private final SplittableRandom random;
    private final ApiClient directory;
    private final Country country;
    private final Tally tally;
    private final String run;
    private int number;
    private String sequence = "";

    Mover(SplittableRandom random, ApiClient directory, Country country, Tally tally, String run) {
        this.random = random;
        this.directory = directory;
        this.country = country;
        this.tally = tally;
        this.run = run;
    }

    String sequence() {
        return sequence;
    }

    /** The answer is awaited until it is clear; nothing happens when all have moved often enough. */
    void move(BooleanSupplier hopeless) {
        List<Country.Place> communes = country.communes();
        String code = communes.get(random.nextInt(communes.size())).code();
        LocalDate day = country.lastMove(code).plusDays(1L + random.nextInt(MOST_DAYS));
        List<String> others = country.districts().stream()
                .filter(district -> !district.equals(country.lastParent(code)))
                .toList();
        String to = others.get(random.nextInt(others.size()));
        if (day.isAfter(LAST_DAY)) {
            return;
        }
        String key = "chaos-" + run + "-move-" + ++number;
        while (!hopeless.getAsBoolean()) {
            try {
                Reply reply = directory.post("/v1/unit-changes", Country.moving(number, code, day, to), key);
                if (reply.isSuccess()) {
                    country.moved(code, day, to);
                    tally.moves.incrementAndGet();
                    sequence = reply.sequence().orElse(sequence);
                    return;
                }
                if (reply.status() < 500) {
                    tally.wrong("a move was answered " + reply.problem());
                    return;
                }
            } catch (StackException noAnswer) {
                tally.resent.incrementAndGet();
                Sender.pause();
            }
        }
        tally.wrong("no clear answer to a move of " + code);
    }
}
