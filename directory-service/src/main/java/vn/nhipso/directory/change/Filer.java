package vn.nhipso.directory.change;

import vn.nhipso.kit.security.Caller;

/**
 * Who files a list, also after the request is over.
 *
 * @param unit whose subtree the rights cover
 */
public record Filer(String name, String unit) {

    public static Filer of(Caller caller) {
        return new Filer(caller.name(), caller.unit());
    }
}
