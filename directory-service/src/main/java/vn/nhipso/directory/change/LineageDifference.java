package vn.nhipso.directory.change;

/**
 * What a list of edges settled, counted over the codes it names.
 *
 * @param begun codes that another unit bears from the day on
 * @param ended codes whose unit is no more
 * @param altered codes whose unit goes on otherwise named, typed or placed
 * @param unchanged codes whose unit goes on as it was
 * @param divided old codes whose population went to several units
 */
public record LineageDifference(
        int begun, int ended, int altered, int unchanged, int edges, int divided, int hamletsMoved, int teamsMoved) {

    LineageDifference withTeams(int moved) {
        return new LineageDifference(begun, ended, altered, unchanged, edges, divided, hamletsMoved, moved);
    }
}
