package vn.nhipso.reporting.rollup;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what a request holds of the {@link Room} until its response has been written or broken off, however slowly it is read. */
@RequestScoped
class AnswerRoom {

    /** A reader that takes longer for a large answer keeps it from all others. */
    private static final long MOST_MILLIS = TimeUnit.SECONDS.toMillis(60);

    private final CurrentVertxRequest request;
    private @Nullable Runnable giveBack;

    AnswerRoom(CurrentVertxRequest request) {
        this.request = request;
    }

    void keep(Room.Share share) {
        RoutingContext context = request.getCurrent();
        long timer = context.vertx().setTimer(MOST_MILLIS, late -> breakOff(context));
        giveBack = () -> {
            context.vertx().cancelTimer(timer);
            share.close();
        };
    }

    private static void breakOff(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.response().reset();
        } else if (context.request().connection() instanceof ConnectionBase connection) {
            // To close the connection itself would wait until all that is written was read.
            var unused = connection.channelHandlerContext().close();
        }
    }

    /** The request ends for this thread when it has handed the last of the response to the network, or cannot. */
    @PreDestroy
    void end() {
        if (giveBack != null) {
            giveBack.run();
        }
    }
}
