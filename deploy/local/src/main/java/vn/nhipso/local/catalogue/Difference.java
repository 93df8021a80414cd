package vn.nhipso.local.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a list changes, or in a dry run would change, as the directory answered it. */
final class Difference {

    private static final List<String> UNITS = List.of("begun", "ended", "altered", "unchanged");
    private static final List<String> ALTERED = List.of("renamed", "retyped", "transferred");
    private static final int SHOWN = 20;

    private final JsonNode result;

    Difference(JsonNode result) {
        this.result = result;
    }

    void print(PrintStream out) {
        if (result.has("begun")) {
            out.println("  " + figures(result, UNITS) + "   (" + figures(result, ALTERED) + ")");
        }
        others(result, out, "");
        if (result.has("lineage")) {
            others(result.path("lineage"), out, "lineage: ");
        }
    }

    /** The first of the items: for a dry run, whose reader wants to see what it is about. */
    void printItems(PrintStream out) {
        long count =
                Math.max(result.path("itemCount").asLong(), result.path("items").size());
        result.path("items").valueStream().limit(SHOWN).forEach(item -> out.println("  " + item(item)));
        if (count > SHOWN) {
            out.println("  and " + (count - SHOWN) + " more");
        }
    }

    private static void others(JsonNode of, PrintStream out, String title) {
        List<String> names = of.propertyStream()
                .filter(member -> member.getValue().isNumber())
                .map(java.util.Map.Entry::getKey)
                .filter(name -> !name.equals("itemCount") && !name.equals("rows"))
                .filter(name -> !title.isEmpty() || !(UNITS.contains(name) || ALTERED.contains(name)))
                .toList();
        if (!names.isEmpty()) {
            out.println("  " + title + figures(of, names));
        }
    }

    private static String figures(JsonNode of, List<String> names) {
        return names.stream()
                .filter(of::has)
                .map(name -> String.format(
                        Locale.ROOT, "%s %,d", words(name), of.path(name).asLong()))
                .collect(Collectors.joining(" · "));
    }

    /** {@code hamletsMoved} is a name for programs. */
    private static String words(String name) {
        return name.replaceAll("(\\p{Lu})", " $1").toLowerCase(Locale.ROOT);
    }

    private static String item(JsonNode item) {
        String what = item.path("what")
                .valueStream()
                .map(JsonNode::asText)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String before = unit(item.path("before"));
        String after = unit(item.path("after"));
        String arrow = before.isEmpty() || after.isEmpty() ? "" : " → ";
        return String.format("%-7s %s: %s%s%s", item.path("code").asText(), what, before, arrow, after);
    }

    private static String unit(JsonNode unit) {
        String parent = unit.path("parentCode").asText();
        return unit.path("fullName").asText() + (parent.isEmpty() ? "" : " (" + parent + ")");
    }
}
