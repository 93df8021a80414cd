package vn.nhipso.indicator.target;

/**
 * A target that somebody wants.
 *
 * @param place the row of a file; 0 for one alone
 * @param replace whether it takes the place of whatever stands
 */
record Wish(int place, SetTarget body, boolean replace) {

    Aim aim() {
        return new Aim(body.indicator(), body.unit(), body.period());
    }
}
