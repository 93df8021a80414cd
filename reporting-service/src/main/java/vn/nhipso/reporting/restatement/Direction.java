package vn.nhipso.reporting.restatement;

import vn.nhipso.reporting.sql.SqlText;

/** In which direction of time units are followed, with the statements that do it. */
enum Direction {
    FORWARD("forward", "backward"),
    BACKWARD("backward", "forward");

    private final String carried;
    private final String reach;

    Direction(String towards, String back) {
        carried = sql("carried")
                .with("event-n", step(towards, "event", "n"))
                .with("legs-c", step(towards, "legs", "c"))
                .with("back-event-n", step(back, "event", "n"))
                .with("back-legs-b", step(back, "legs", "b"))
                .text();
        reach = sql("reach")
                .with("event-n", step(towards, "event", "n"))
                .with("legs-r", step(towards, "legs", "r"))
                .text();
    }

    String carried() {
        return carried;
    }

    String reach() {
        return reach;
    }

    private static SqlText step(String direction, String step, String node) {
        return sql(direction + "-" + step).with("node", node);
    }

    private static SqlText sql(String name) {
        return SqlText.of(Direction.class, name + ".sql");
    }
}
