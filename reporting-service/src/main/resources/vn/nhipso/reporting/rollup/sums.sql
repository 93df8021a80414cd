-- What rollups of periods come to: rows, and a sum of hashes over all columns that no order changes. The hash of a row is a sum of what its columns
-- are hashed to: added up as it is, figures that two units exchange would change nothing. So it is mixed before; hashint8extended alone keeps half of it.
-- {rows} have a checksum each.
SELECT indicator, period, count(*), sum(checksum # hashint8extended(checksum, 1)) FROM {rows} GROUP BY indicator, period
