package org.wirknetz.transfer;

/// Told how far the work is; throws [Cancelled] when it shall stop.
@FunctionalInterface
interface Progress {
    Progress SILENT = (done, whole) -> {};

    void at(long done, long whole);
}
