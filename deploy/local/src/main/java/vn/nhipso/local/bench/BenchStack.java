package vn.nhipso.local.bench;

import java.io.PrintStream;
import java.util.Map;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.stack.DataFolder;
import vn.nhipso.local.stack.Progress;
import vn.nhipso.local.stack.Service;
import vn.nhipso.local.stack.StackDatabase;

/**
 * The running stack that a benchmark measures.
 *
 * @param services as a steward of the whole country sees them
 */
public record BenchStack(
        Map<Service, ApiClient> services, DataFolder data, StackDatabase database, Progress progress, PrintStream out) {

    ApiClient of(Service service) {
        ApiClient client = services.get(service);
        if (client == null) {
            throw new IllegalArgumentException("no client of " + service);
        }
        return client;
    }
}
