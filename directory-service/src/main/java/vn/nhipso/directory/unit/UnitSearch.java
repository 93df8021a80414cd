package vn.nhipso.directory.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nhipso.kit.time.VietnamTime;

/** Finds units by code and by any name they ever bore, with or without diacritics, best match first. */
@ApplicationScoped
class UnitSearch {

    private static final int LEVELS = Level.values().length;

    private final UnitRepository repository;
    private final UnitIndexes indexes;
    private final Clock clock;

    UnitSearch(UnitRepository repository, UnitIndexes indexes, Clock clock) {
        this.repository = repository;
        this.indexes = indexes;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param words null for everything
     * @param day null for all time
     * @param parent code of the unit directly above
     * @param within code of a unit above at any distance
     */
    record Question(
            @Nullable String words,
            @Nullable LocalDate day,
            @Nullable Instant asOf,
            UnitFilter filter,
            @Nullable String parent,
            @Nullable String within) {}

    List<TopHits.Hit> find(Question question, TopHits.@Nullable Place after, int limit) {
        SearchQuery query = question.words() == null ? null : SearchQuery.of(question.words());
        if (query != null && query.isEmpty()) {
            return List.of();
        }
        if (query != null && query.mayBeCode()) {
            query = query.with(repository.codesByAlias(query.code(), question.day(), question.asOf()));
        }
        return run(indexes.known(question.asOf()), question, query, VietnamTime.today(clock), after, limit);
    }

    /** The answer itself: a function of what is known, of what is asked and of the day. */
    static List<TopHits.Hit> run(
            UnitIndex index,
            Question question,
            @Nullable SearchQuery query,
            LocalDate today,
            TopHits.@Nullable Place after,
            int limit) {
        Run run = new Run(index, question, query, today);
        TopHits begun = run.best(false, after, limit);
        // What only has the words somewhere inside comes behind everything else: mostly nobody needs it.
        return (query == null || begun.isFull() ? begun : run.best(true, after, limit)).inOrder();
    }

    /** One question to one index. */
    private static final class Run {
        private final UnitIndex index;
        private final Question question;
        private final @Nullable SearchQuery query;
        private final LocalDate today;
        private final Optional<UUID> parent;
        private final Optional<UUID> within;
        private final Map<Above, Boolean> above = new HashMap<>();

        Run(UnitIndex index, Question question, @Nullable SearchQuery query, LocalDate today) {
            this.index = index;
            this.question = question;
            this.query = query;
            this.today = today;
            this.parent = bearer(question.parent());
            this.within = bearer(question.within());
        }

        /** A code as a filter means the unit that bears it on the day; without a day the one that does today, or did last. */
        private Optional<UUID> bearer(@Nullable String code) {
            if (code == null) {
                return Optional.empty();
            }
            LocalDate day = question.day();
            Optional<UnitVersion> bearer = index.at(code, day == null ? today : day);
            return (day == null ? bearer.or(() -> index.last(code)) : bearer).map(UnitVersion::unitId);
        }

        TopHits best(boolean anywhere, TopHits.@Nullable Place after, int limit) {
            TopHits best = new TopHits(limit, after);
            index.candidates(query, anywhere, (part, unit) -> offer(part, unit, best));
            return best;
        }

        private void offer(NamedUnits part, int unit, TopHits best) {
            NamedUnits.Known known = shown(part.life(unit));
            if (known == null || !question.filter().takes(known.unit())) {
                return;
            }
            UnitVersion shown = known.unit();
            LocalDate day = dayShown(shown);
            if (!isWhereAsked(shown, day)) {
                return;
            }
            Match match = match(part, unit, known);
            int grade = grade(match, shown, day);
            String name = known.name().name();
            if (match.rank() < SearchQuery.NOT_AT_ALL && best.mayTake(grade, name)) {
                TopHits.Place place = new TopHits.Place(
                        grade, name, shown.code(), shown.valid().from().toString());
                best.offer(new TopHits.Hit(place, shown, match.former(), match.alias()));
            }
        }

        /** Living before ended, present names before former ones, higher levels first. */
        private int grade(Match match, UnitVersion shown, LocalDate day) {
            int ended = question.day() == null && !day.equals(today) ? 1 : 0;
            int former = match.former() == null && match.alias() == null ? 0 : 1;
            return ((match.rank() * 2 + ended) * 2 + former) * LEVELS
                    + shown.level().ordinal();
        }

        private boolean isWhereAsked(UnitVersion shown, LocalDate day) {
            if (question.parent() == null && question.within() == null) {
                return true;
            }
            return above.computeIfAbsent(new Above(String.valueOf(shown.parentCode()), day), a -> areAsked(shown, day));
        }

        private boolean areAsked(UnitVersion shown, LocalDate day) {
            Optional<UnitVersion> next = index.parent(shown, day);
            boolean isChild = question.parent() == null
                    || next.map(UnitVersion::unitId)
                            .filter(id -> parent.filter(id::equals).isPresent())
                            .isPresent();
            boolean isBelow = question.within() == null;
            while (isChild && !isBelow && next.isPresent()) {
                isBelow = next.map(UnitVersion::unitId).equals(within);
                next = index.parent(next.get(), day);
            }
            return isChild && isBelow;
        }

        private Match match(NamedUnits part, int unit, NamedUnits.Known shown) {
            if (query == null) {
                return Match.ALL;
            }
            Match best = Match.NONE;
            if (query.mayBeCode()) {
                for (NamedUnits.Known known : part.life(unit)) {
                    String code = known.unit().code();
                    best = best.or(query.rankOfCode(code), null, null);
                    best = best.or(
                            query.rankOfAlias(code), null, query.aliases().get(code));
                }
            }
            for (NamedUnits.Name name : part.names(unit)) {
                String former = name.written().equals(shown.name().written()) ? null : name.written();
                best = best.or(query.rankOfName(name.name(), name.fullName()), former, null);
            }
            return best;
        }

        /** The version of the day; without a day today's, or the last before today, or else the first to come. */
        private NamedUnits.@Nullable Known shown(List<NamedUnits.Known> life) {
            LocalDate day = question.day() == null ? today : question.day();
            NamedUnits.Known last = null;
            for (NamedUnits.Known known : life) {
                if (known.unit().valid().contains(day)) {
                    return known;
                }
                if (last == null || known.unit().valid().from().isBefore(day)) {
                    last = known;
                }
            }
            return question.day() == null ? last : null;
        }

        /** A day on which the version stands, today if it can be. */
        private LocalDate dayShown(UnitVersion shown) {
            LocalDate day = question.day() == null ? today : question.day();
            if (shown.valid().contains(day)) {
                return day;
            }
            LocalDate end = shown.valid().to();
            return end == null || end.isAfter(day) ? shown.valid().from() : end.minusDays(1);
        }
    }

    /** What is above many units alike. */
    private record Above(String parent, LocalDate day) {}

    /** How well a unit fits, and by which former name or alias if it is one. */
    private record Match(
            int rank, @Nullable String former, @Nullable String alias) {
        static final Match ALL = new Match(SearchQuery.CONTAINED, null, null);
        static final Match NONE = new Match(SearchQuery.NOT_AT_ALL, null, null);

        Match or(int otherRank, @Nullable String otherFormer, @Nullable String otherAlias) {
            boolean plainer = (former != null || alias != null) && otherFormer == null && otherAlias == null;
            return otherRank < rank || (otherRank == rank && plainer)
                    ? new Match(otherRank, otherFormer, otherAlias)
                    : this;
        }
    }
}
