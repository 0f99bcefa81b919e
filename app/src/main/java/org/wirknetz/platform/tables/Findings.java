package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.List;

/// Collects findings up to a cap, so that a file with a million wrong dates does not fill the memory; the rest is
/// counted.
public final class Findings {
    private final int cap;
    private final List<Finding> kept = new ArrayList<>();
    private long errors;
    private long warnings;
    private long notes;

    public Findings(int cap) {
        this.cap = cap;
    }

    public Findings() {
        this(200);
    }

    public void add(Finding finding) {
        switch (finding.severity()) {
            case ERROR -> errors++;
            case WARNING -> warnings++;
            case NOTE -> notes++;
        }
        if (kept.size() < cap) {
            kept.add(finding);
        } else if (finding.severity() == Severity.ERROR) {
            makeRoomFor(finding);
        }
    }

    /// True when the input must be refused.
    public boolean refuse() {
        return errors > 0;
    }

    public boolean warn() {
        return warnings > 0;
    }

    public List<Finding> all() {
        return List.copyOf(kept);
    }

    public long errors() {
        return errors;
    }

    /// How many findings were met beyond those that are kept.
    public long beyond() {
        return errors + warnings + notes - kept.size();
    }

    // An error must not be lost behind two hundred notes.
    private void makeRoomFor(Finding error) {
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (kept.get(i).severity() != Severity.ERROR) {
                kept.remove(i);
                kept.add(error);
                return;
            }
        }
    }
}
