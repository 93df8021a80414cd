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
import vn.nhipso.directory.Recorded;
import vn.nhipso.directory.Tagged;
import vn.nhipso.kit.paging.Page;
import vn.nhipso.kit.paging.PageQuery;
import vn.nhipso.kit.security.Caller;

/** What the resources of the three kinds have in common. */
@ApplicationScoped
class Activities {

    private final ActivityService service;
    private final Once once;
    private final Caller caller;

    Activities(ActivityService service, Once once, Caller caller) {
        this.service = service;
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
        return Tagged.answer(request, service.get(kind, id));
    }

    Page<ActivityView> list(ActivityService.Question question, PageQuery page) {
        String[] filters = {question.toString()};
        UUID after = Filters.afterId(page.after(filters));
        return page.page(
                service.list(question, after, page.size() + 1),
                activity -> List.of(activity.id().toString()),
                filters);
    }

    Recorded end(ActivityKind kind, UUID id, Ending ending) {
        return service.end(kind, id, Filters.body(ending).day(), caller);
    }
}
