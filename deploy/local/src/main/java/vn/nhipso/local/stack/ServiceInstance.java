package vn.nhipso.local.stack;

/**
 * A process of a service.
 *
 * @param number 1 for the only one; further ones share its database and its work
 */
public record ServiceInstance(Service service, int number) {

    /** Name of its process, its log and its pid file. */
    public String module() {
        return number == 1 ? service.module() : service.module() + "-" + number;
    }
}
