package vn.nhipso.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How exact a figure is: nothing said is exact. */
enum Marks {
    AT_LEAST,
    ABOUT,
    NEARLY,
    AT_MOST;

    /** Sets as sources bear them. */
    static final List<Set<Marks>> USUAL =
            List.of(Set.of(AT_LEAST), Set.of(ABOUT), Set.of(NEARLY), Set.of(AT_MOST), Set.of(AT_LEAST, ABOUT));

    static Set<Marks> of(JsonNode qualifiers) {
        Set<Marks> marks = EnumSet.noneOf(Marks.class);
        qualifiers.forEach(qualifier -> marks.add(valueOf(qualifier.asText().toUpperCase(Locale.ROOT))));
        return marks;
    }

    /** What a sum bears of the marks of its parts. */
    static Set<Marks> ofSum(Collection<Set<Marks>> parts) {
        Set<Marks> all = EnumSet.noneOf(Marks.class);
        parts.forEach(all::addAll);
        if (all.isEmpty() || all.equals(Set.of(AT_LEAST))) {
            return all;
        }
        return all.contains(AT_LEAST) || all.contains(ABOUT) ? Set.of(ABOUT) : Set.of(AT_MOST);
    }
}
