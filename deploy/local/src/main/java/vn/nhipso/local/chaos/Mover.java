package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.stack.StackException;

/** Moves a commune to another district now and then, or merges some, as of a day that is long past. */
final class Mover {

    private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 1);
    private static final int MOST_DAYS = 150;
    private static final int MOVES_A_MERGER = 3;

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
        Optional<Country.Merger> merger = number % MOVES_A_MERGER == 1 ? country.next() : Optional.empty();
        if (merger.isPresent()) {
            merge(merger.get(), hopeless);
        } else {
            transfer(hopeless);
        }
    }

    private void transfer(BooleanSupplier hopeless) {
        List<Country.Place> communes = country.lasting();
        String code = communes.get(random.nextInt(communes.size())).code();
        LocalDate day = country.lastMove(code).plusDays(1L + random.nextInt(MOST_DAYS));
        List<String> others = country.districts().stream()
                .filter(district -> !district.equals(country.lastParent(code)))
                .toList();
        String to = others.get(random.nextInt(others.size()));
        if (!day.isAfter(LAST_DAY) && file(UnitChanges.moving(++number, code, day, to), hopeless)) {
            country.moved(code, day, to);
            tally.moves.incrementAndGet();
        }
    }

    private void merge(Country.Merger merger, BooleanSupplier hopeless) {
        LocalDate day = Country.FIRST_MERGER.plusDays(random.nextInt(MOST_DAYS * 2 / 3));
        String parent =
                country.districts().get(random.nextInt(country.districts().size()));
        if (file(UnitChanges.merging(++number, merger, day, country.begins(merger) ? parent : null), hopeless)) {
            country.merged(merger, day, parent);
            tally.mergers.incrementAndGet();
        }
    }

    /** @return whether it was acknowledged */
    private boolean file(JsonNode change, BooleanSupplier hopeless) {
        String key = "chaos-" + run + "-move-" + number;
        while (!hopeless.getAsBoolean()) {
            try {
                Reply reply = directory.post("/v1/unit-changes", change, key);
                if (reply.isSuccess()) {
                    sequence = reply.sequence().orElse(sequence);
                    return true;
                }
                if (reply.status() < 500) {
                    tally.wrong("a change of units was answered " + reply.problem());
                    return false;
                }
            } catch (StackException noAnswer) {
                tally.resent.incrementAndGet();
                Sender.pause();
            }
        }
        tally.wrong("no clear answer to " + change);
        return false;
    }
}
