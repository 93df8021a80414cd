package vn.nhipso.kit.job;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;

/** A job has a request context of its own, as a request would have, for the beans it uses. */
final class RequestContext {

    private RequestContext() {}

    /** What runs in it. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static void run(Work work) throws Exception {
        var container = Arc.container();
        if (container == null) {
            work.run();
            return;
        }
        ManagedContext context = container.requestContext();
        context.activate();
        try {
            work.run();
        } finally {
            context.terminate();
        }
    }
}
