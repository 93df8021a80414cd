package vn.nhipso.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** Which demo items are in already: a line each in a file beside the data, so that a load that was cut off goes on where it stopped. */
final class LoadedItems {

    private final Path marker;
    private final Set<String> loaded;

    private LoadedItems(Path marker, Set<String> loaded) {
        this.marker = marker;
        this.loaded = loaded;
    }

    static LoadedItems of(Path marker) {
        try {
            return new LoadedItems(
                    marker, Files.exists(marker) ? new HashSet<>(Files.readAllLines(marker)) : new HashSet<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String item) {
        return loaded.contains(item);
    }

    void add(String item) {
        loaded.add(item);
        try {
            Files.writeString(marker, item + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
