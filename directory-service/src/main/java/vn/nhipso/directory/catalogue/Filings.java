package vn.nhipso.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Once;
import vn.nhipso.directory.change.CatalogueFiling;
import vn.nhipso.directory.change.CatalogueProgress;
import vn.nhipso.directory.change.Filer;
import vn.nhipso.kit.job.Jobs;
import vn.nhipso.kit.security.Caller;

/** Answers a request with a list: tried out, filed, or made a job; once however often it is sent with the same Idempotency-Key. */
@ApplicationScoped
class Filings {

    private final Catalogues catalogues;
    private final OneAtATime lists;
    private final Once once;
    private final Jobs jobs;
    private final Caller caller;

    Filings(Catalogues catalogues, OneAtATime lists, Once once, Jobs jobs, Caller caller) {
        this.catalogues = catalogues;
        this.lists = lists;
        this.once = once;
        this.jobs = jobs;
        this.caller = caller;
    }

    /**
     * How an operation answers.
     *
     * @param job the kind of job it becomes where its sender does not want to wait
     */
    record Operation<T>(String path, String job, Class<T> type, Function<Catalogues.Filed, T> view) {}

    /** The answer to a list that is to be filed later. */
    record Accepted(UUID id) {}

    <T> RestResponse<T> file(Operation<T> operation, Catalogues.Order order, ImportQuery query) {
        if (query.isAsync()) {
            return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.ACCEPTED)
                    .location(URI.create(
                            String.valueOf(submit(operation, order, query).location())))
                    .header("Preference-Applied", ImportQuery.ASYNC)
                    .build();
        }
        Filer filer = Filer.of(caller);
        catalogues.requireRights(order, filer);
        return RestResponse.ok(
                lists.work(OneAtATime.REQUEST_WAIT_SECONDS, () -> answer(operation, order, query, filer)));
    }

    private <T> T answer(Operation<T> operation, Catalogues.Order order, ImportQuery query, Filer filer) {
        Function<Catalogues.Filed, T> view = operation.view();
        if (query.isDryRun()) {
            return view.apply(catalogues.tryOut(read(order, filer), filer, CatalogueProgress.NONE));
        }
        return once.answer(
                request(operation.path(), order, query),
                operation.type(),
                () -> view.apply(catalogues.file(read(order, filer), filer, CatalogueProgress.NONE)));
    }

    private CatalogueFiling read(Catalogues.Order order, Filer filer) {
        return catalogues.read(order, filer, CatalogueProgress.NONE);
    }

    private Once.Created<Accepted> submit(Operation<?> operation, Catalogues.Order order, ImportQuery query) {
        catalogues.requireRights(order, Filer.of(caller));
        ImportJob.Submitted sent = new ImportJob.Submitted(
                order.day(), order.act(), order.note(), order.area(), query.isDryRun(), caller.unit());
        return once.create(
                request(operation.path() + " later", order, query),
                Accepted.class,
                () -> submit(operation.job(), sent, order),
                accepted -> Jobs.PATH + "/" + accepted.id());
    }

    private Accepted submit(String kind, ImportJob.Submitted sent, Catalogues.Order order) {
        try {
            Path files = Bundle.pack(order.units(), order.lineage());
            try {
                return new Accepted(jobs.submit(kind, caller, sent, files));
            } finally {
                Files.deleteIfExists(files);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Once.Request request(String path, Catalogues.Order order, ImportQuery query) {
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
        return new Once.Request(key, caller.name(), path, said);
    }

    private static String digest(@Nullable Path file) {
        if (file == null) {
            return "";
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream content = new DigestInputStream(Files.newInputStream(file), sha)) {
                content.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
