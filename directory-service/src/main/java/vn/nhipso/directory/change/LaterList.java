package vn.nhipso.directory.change;

import java.time.LocalDate;
import java.util.UUID;

/** The next day on which a whole list of the same part of the country is known: what is not in it has ended by then. */
record LaterList(LocalDate day, UUID changeId) {}
