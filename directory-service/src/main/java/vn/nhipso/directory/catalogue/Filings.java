package vn.nhipso.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Once;
import vn.nhipso.directory.change.CatalogueProgress;
import vn.nhipso.kit.security.Caller;

/** Answers a request with a list: tried out, or filed once however often it is sent with the same Idempotency-Key. */
@ApplicationScoped
class Filings {

    private final Catalogues catalogues;
    private final Once once;
    private final Caller caller;

    Filings(Catalogues catalogues, Once once, Caller caller) {
        this.catalogues = catalogues;
        this.once = once;
        this.caller = caller;
    }

    <T> T file(
            String path, Catalogues.Order order, ImportQuery query, Class<T> type, Function<Catalogues.Filed, T> view) {
        if (query.isDryRun()) {
            return view.apply(catalogues.tryOut(order, caller, CatalogueProgress.NONE));
        }
        String key = query.key;
        String said = key == null
                ? ""
                : String.join(
                        "|",
                        query.said(),
                        order.day().toString(),
                        order.area(),
                        digest(order.units()),
                        digest(order.lineage()));
        return once.answer(
                new Once.Request(key, caller.name(), path, said),
                type,
                () -> view.apply(catalogues.file(order, caller, CatalogueProgress.NONE)));
    }

    private static String digest(@Nullable Path file) {
        if (file == null) {
            return "";
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
