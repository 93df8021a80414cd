-- A sum of hashes of rows over all columns that no order changes. The hash of a row is a sum of what its columns are hashed to: added up as it is, figures
-- that two units exchange would change nothing. So it is mixed before; hashint8extended alone keeps half of it. Of rows with a checksum each.
sum(checksum # hashint8extended(checksum, 1))
