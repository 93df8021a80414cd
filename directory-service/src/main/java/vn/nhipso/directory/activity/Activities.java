package vn.nhipso.directory.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.nhipso.directory.Ending;
import vn.nhipso.directory.Filters;
import vn.nhipso.directory.Once;
import vn.nhipso.directory.Precondition;
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Tagged;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.security.Caller;

/** What the resources of the three kinds have in common. */
@ApplicationScoped
class Activities {

    private final ActivityService service;
    private final ActivityReader reader;
    private final ApplicationService applications;
    private final Once once;
    private final Caller caller;

    Activities(
            ActivityService service, ActivityReader reader, ApplicationService applications, Once once, Caller caller) {
        this.service = service;
        this.reader = reader;
        this.applications = applications;
        this.once = once;
        this.caller = caller;
    }

    RestResponse<Recorded> register(RegisterActivity sent, @Nullable String key) {
        String path = sent.kind().path();
        return once.create(
                        new Once.Request(key, caller.name(), path, sent),
                        Recorded.class,
                        () -> service.register(sent, caller),
                        recorded -> path + "/" + recorded.id())
                .answer();
    }

    RestResponse<ActivityView> get(ActivityKind kind, UUID id, Request request) {
        return Tagged.answer(request, reader.get(kind, id));
    }

    Page<ActivityView> list(ActivityReader.Question question, PageQuery page) {
        String[] filters = {question.toString()};
        UUID after = Filters.afterId(page.after(filters));
        return page.page(
                reader.list(question, after, page.size() + 1),
                activity -> List.of(activity.id().toString()),
                filters);
    }

    RestResponse<Recorded> amend(ActivityKind kind, UUID id, TrainingPatch patch, @Nullable String ifMatch) {
        Recorded recorded = service.amend(kind, id, patch, new Precondition(ifMatch), caller);
        return Tagged.edited(recorded, reader.get(kind, id));
    }

    Recorded end(ActivityKind kind, UUID id, Ending ending) {
        return service.end(kind, id, Filters.body(ending).day(), caller);
    }

    RestResponse<Recorded> apply(UUID id, Application sent, @Nullable String key) {
        String path = ActivityKind.INITIATIVE.path() + "/" + id + "/applications";
        return once.create(
                        new Once.Request(key, caller.name(), path, sent),
                        Recorded.class,
                        () -> applications.add(id, sent, caller),
                        recorded -> ActivityKind.INITIATIVE.path() + "/" + id)
                .answer();
    }

    Recorded leave(UUID id, @Nullable String unit, Ending ending) {
        return applications.end(id, String.valueOf(unit), Filters.body(ending).day(), caller);
    }
}
