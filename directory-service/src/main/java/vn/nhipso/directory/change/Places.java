package vn.nhipso.directory.change;

import vn.nhipso.directory.DirectoryProblem;
import vn.nhipso.kit.problem.Text;

/** Where a change says something, so that what is wrong can be named there: a JSON pointer in a request, a line of a file. */
interface Places {

    /** @param field of the unit that begins or alters, as the API names it; "" for all of it */
    void begin(String code, String field, DirectoryProblem problem, Text detail);

    void end(String code, DirectoryProblem problem, Text detail);

    /** @param field of the edge, as the API names it; "" for all of it */
    void edge(int row, String field, DirectoryProblem problem, Text detail);

    /** What stands nowhere in particular. */
    void whole(DirectoryProblem problem, Text detail);

    boolean isClean();

    /** Says of something that stands twice where it stood first. */
    Text standsAt(int row, String what);
}
