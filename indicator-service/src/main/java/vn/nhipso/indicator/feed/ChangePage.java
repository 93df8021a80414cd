package vn.nhipso.indicator.feed;

import java.util.List;

/**
 * Some changes in the order of their positions.
 *
 * @param next up to where the feed was looked through, and where to go on; not the position of the last item where filters passed others over
 * @param atEnd whether nothing more was settled
 */
public record ChangePage(List<ChangeView> items, long next, boolean atEnd) {}
