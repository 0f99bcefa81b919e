package org.wirknetz.platform.tables;

/// Thrown while a file is opened or its rows are streamed when it cannot be read on: the finding says why and what to
/// do.
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    public Unreadable(Finding finding) {
        super(finding.key() + " " + finding.at() + " " + finding.values());
        this.finding = finding;
    }

    public Unreadable(Place at, String key, Object... values) {
        this(Finding.error(at, key, values));
    }

    public Finding finding() {
        return finding;
    }
}
