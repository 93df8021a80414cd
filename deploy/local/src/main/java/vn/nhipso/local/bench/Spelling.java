package vn.nhipso.local.bench;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** How people type the same name. */
enum Spelling {
    AS_WRITTEN(name -> name),
    LOWER_CASE(name -> name.toLowerCase(Locale.ROOT)),
    WITHOUT_DIACRITICS(name -> plain(name).toLowerCase(Locale.ROOT)),
    UPPER_CASE_WITHOUT_DIACRITICS(name -> plain(name).toUpperCase(Locale.ROOT)),
    DECOMPOSED(name -> Normalizer.normalize(name, Normalizer.Form.NFD));

    static final List<Spelling> TYPED = List.of(LOWER_CASE, WITHOUT_DIACRITICS);

    private final UnaryOperator<String> spell;

    Spelling(UnaryOperator<String> spell) {
        this.spell = spell;
    }

    String of(String name) {
        return spell.apply(name);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }
}
