package vn.nhipso.local.chaos;

import java.time.Clock;
import java.util.List;
import vn.nhipso.local.api.ApiClient;
import vn.nhipso.local.stack.LocalStack;

/**
 * What is tormented, and how it is spoken to.
 *
 * @param reporting one for each instance, as somebody who may operate it
 */
public record ChaosStack(
        LocalStack stack, ApiClient directory, ApiClient indicator, List<ApiClient> reporting, Clock clock) {}
