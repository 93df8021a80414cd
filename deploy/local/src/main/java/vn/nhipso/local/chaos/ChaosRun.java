package vn.nhipso.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.api.Reply;
import vn.nhipso.local.catalogue.ProgressDisplay;
import vn.nhipso.local.stack.StackException;

/** Rounds of chaos, and after each the question whether all that was acknowledged is there, once, and adds up. */
public final class ChaosRun {

    private static final String PREFIX = "CHAOS";

    private final ChaosSettings settings;
    private final ChaosStack system;
    private final Phases phases;
    private final Tally tally = new Tally();
    private final Ledger ledger = new Ledger();
    private final Country country = new Country();
    private final List<Measure> measures = Measure.all(PREFIX);
    private final List<Term> periods = periods();
    private final List<Client> clients = new ArrayList<>();
    private final Mover mover;
    private final Mischief mischief;
    private final Rebuilder rebuilder;
    private final Verifier verifier;
    private final RestatedCheck restated;
    private final CorrectionCheck corrections;
    private final ExplanationCheck explanations;
    private final Recollections recollections;
    private volatile boolean writing;
    private volatile boolean hopeless;

    public ChaosRun(ChaosSettings settings, ChaosStack system, ProgressDisplay display) {
        this.settings = settings;
        this.system = system;
        this.phases = new Phases(settings.time(), display, tally);
        SplittableRandom random = new SplittableRandom(settings.seed());
        List<FigureKey> keys = keys();
        for (int client = 0; client < ChaosSettings.CLIENTS; client++) {
            int number = client;
            List<FigureKey> own = IntStream.range(0, keys.size())
                    .filter(i -> i % ChaosSettings.CLIENTS == number)
                    .mapToObj(keys::get)
                    .toList();
            String name = PREFIX + "-" + settings.seed() + "-" + number;
            Writer writer = new Writer(random.split(), name, own, measures, ledger);
            clients.add(new Client(
                    random.split(), writer, new Sender(system.indicator(), ledger, tally, () -> hopeless), tally));
        }
        this.mover = new Mover(random.split(), system.directory(), country, tally, Long.toString(settings.seed()));
        this.mischief = new Mischief(random.split(), system.stack(), tally, settings);
        this.rebuilder = new Rebuilder(system.reporting(), tally, Long.toString(settings.seed()), () -> hopeless);
        Inquiry reports = new Inquiry(system.reporting(), tally);
        Samples samples = new Samples(random.split(), measures, periods, country);
        this.verifier = new Verifier(system.indicator(), reports, measures, periods, country, ledger, tally);
        this.restated = new RestatedCheck(reports, samples, measures, country, ledger, tally);
        this.corrections = new CorrectionCheck(reports, measures, ledger, tally);
        this.explanations = new ExplanationCheck(reports, samples, country, ledger, tally);
        this.recollections = new Recollections(reports, samples, system.clock(), tally);
    }

    private static List<Term> periods() {
        List<Term> periods = new ArrayList<>();
        for (int year = 2023; year <= 2024; year++) {
            for (int month = 1; month <= 6; month++) {
                periods.add(Term.month(year, month));
            }
            periods.add(Term.quarter(year, 1));
            periods.add(Term.quarter(year, 2));
        }
        return periods;
    }

    private List<FigureKey> keys() {
        List<FigureKey> keys = new ArrayList<>();
        for (Measure measure : measures) {
            for (Country.Place place : country.places()) {
                for (FigureKey.Scope scope : FigureKey.Scope.values()) {
                    if (measure.takes(scope, place.level())) {
                        periods.stream()
                                .filter(period -> country.reports(place, period.closes()))
                                .forEach(
                                        period -> keys.add(new FigureKey(measure.code(), place.code(), period, scope)));
                    }
                }
            }
        }
        return keys;
    }

    /** Its figures; {@link ChaosFigures#isClean} says whether all was well. */
    public ChaosFigures run() {
        try (phases) {
            prepare();
            while (phases.elapsed().compareTo(settings.time()) < 0 && tally.isClean()) {
                tally.rounds.incrementAndGet();
                round();
            }
        }
        return new ChaosFigures(settings, tally, phases.elapsed());
    }

    private void prepare() {
        phases.show("preparing units and indicators");
        required(system.directory().post("/v1/unit-changes", UnitChanges.establishing(country)));
        measures.forEach(
                measure -> required(system.indicator().put("/v1/indicators/" + measure.code(), measure.definition())));
    }

    private static void required(Reply reply) {
        if (!reply.isSuccess()) {
            throw new StackException("The chaos cannot prepare its units and indicators: " + reply.problem());
        }
    }

    private void round() {
        writing = true;
        hopeless = false;
        List<CompletableFuture<Void>> work = new ArrayList<>();
        clients.forEach(client -> work.add(async(() -> client.write(() -> writing))));
        work.add(async(this::moves));
        work.add(async(() -> rebuilder.rebuild(() -> writing)));
        CompletableFuture<Void> rage = async(mischief::rage);
        phases.await(rage, this::chaos, settings.round().plus(ChaosSettings.PATIENCE));
        writing = false;
        phases.await(
                async(() -> mischief.heal(ChaosSettings.PATIENCE)),
                () -> "healing: " + mischief.state(),
                ChaosSettings.PATIENCE.multipliedBy(2));
        long healed = System.nanoTime();
        CompletableFuture<Void> all = CompletableFuture.allOf(work.toArray(CompletableFuture[]::new));
        if (!phases.await(all, () -> "last answers", ChaosSettings.PATIENCE)) {
            hopeless = true;
            all.join();
        }
        if (phases.await(async(this::catchUp), () -> "catching up", ChaosSettings.PATIENCE)) {
            tally.caughtUp(Duration.ofNanos(System.nanoTime() - healed));
        }
        phases.await(async(this::verify), () -> "reading everything back", ChaosSettings.PATIENCE);
    }

    private String chaos() {
        return "chaos: " + mischief.state();
    }

    private void moves() {
        long next = System.nanoTime();
        while (writing) {
            if (System.nanoTime() > next) {
                mover.move(() -> hopeless);
                next = System.nanoTime() + ChaosSettings.BETWEEN_MOVES.toNanos();
            }
            Phases.rest(100);
        }
    }

    /** Until every instance shows the last of what was acknowledged. */
    private void catchUp() {
        StringBuilder path = new StringBuilder("/v1/rollups?unit=" + Country.PROVINCE + "&period=" + periods.getFirst()
                + "&indicator=" + measures.getFirst().code());
        clients.stream().map(Client::sequence).forEach(sequence -> and(path, sequence));
        and(path, mover.sequence());
        for (ApiClient instance : system.reporting()) {
            until(() -> instance.get(path.toString()).isSuccess());
        }
    }

    private static void and(StringBuilder path, String sequence) {
        if (!sequence.isEmpty()) {
            path.append("&minSequence=").append(ApiClient.encoded(sequence));
        }
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + ChaosSettings.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new StackException("what was acknowledged does not show");
            }
            Phases.rest(50);
        }
    }

    private void verify() {
        verifier.changes();
        verifier.figures();
        verifier.rollups();
        verifier.deadLetters();
        restated.ask();
        corrections.read();
        explanations.ask();
        recollections.askAgain();
    }

    private static CompletableFuture<Void> async(Runnable task) {
        return CompletableFuture.runAsync(task, Thread::startVirtualThread);
    }
}
