package org.wirknetz.demo;

import org.wirknetz.demo.Rows.Cells;

/// The ties of one demo network in the tables of the network check, how much some partners say they can give, what the
/// network lives on, which interests the office has laid open, what shows that partners are anchored,
/// and how much of the work the office wants to carry. A tie
/// that is
/// not mutual has the word of one side only.
record NetworkcheckRows(Rows rows, DirectoryIds ids) {
    void write() {
        rows.into(
                "networkcheck.tie",
                rows.network().ties(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("from_organisation", ids.organisation(it.from()))
                        .with("to_organisation", ids.organisation(it.to()))
                        .with("kind", it.kind())
                        .with("strength", it.strength())
                        .with("mutual", it.mutual())
                        .with("form", it.form())
                        .during(it.term())
                        .with("from_confirmed_at", it.term().from())
                        .with("to_confirmed_at", it.mutual() ? it.term().from() : null));
        capacities();
        funding();
        interests();
        proofs();
        corridors();
    }

    /// Wider at the beginning, and narrower since the groups lead themselves.
    private void corridors() {
        var slug = rows.network().slug();
        if (!slug.equals("lindenfurt")) return;
        rows.into(
                "networkcheck.corridor",
                DataFile.rows(slug + "/corridors.csv"),
                it -> new Cells()
                        .with("id", Setting.id(slug, "corridor", it.text("number")))
                        .with("number", it.text("number"))
                        .with("low", it.text("low"))
                        .with("high", it.text("high"))
                        .with("reason", it.text("reason"))
                        .with("set_on", it.text("set_on")));
    }

    /// One budget has lapsed, so renewing it is somebody's next rung.
    private void proofs() {
        var slug = rows.network().slug();
        if (!slug.equals("lindenfurt")) return;
        rows.into(
                "networkcheck.proof",
                DataFile.rows(slug + "/proofs.csv"),
                it -> new Cells()
                        .with("id", Setting.id(slug, "proof", it.text("organisation") + it.text("kind")))
                        .with("organisation", ids.organisation(it.text("organisation")))
                        .with("kind", it.text("kind"))
                        .with("dated_on", it.text("on"))
                        .with("valid_to", it.text("until"))
                        .with("evidence", it.text("evidence")));
    }

    /// Of one it is not said yet how it is dealt with.
    private void interests() {
        var slug = rows.network().slug();
        if (!slug.equals("lindenfurt")) return;
        rows.into(
                "networkcheck.interest",
                DataFile.rows(slug + "/interests.csv"),
                it -> new Cells()
                        .with("id", Setting.id(slug, "interest", it.text("key")))
                        .with("about", it.text("about"))
                        .with("handling", it.text("handling"))
                        .with("valid_from", it.text("from"))
                        .with("valid_to", it.textOrNull("to")));
    }

    /// Most of it ends within twelve months: story S5.
    private void funding() {
        rows.into(
                "networkcheck.funding",
                rows.network().funding(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("source", it.source())
                        .with("amount", it.amount())
                        .with("public", it.fromPublic())
                        .during(it.term()));
    }

    /// Three of them carry more than they can.
    private void capacities() {
        var slug = rows.network().slug();
        if (!slug.equals("lindenfurt")) return;
        rows.into(
                "networkcheck.capacity",
                DataFile.rows(slug + "/capacities.csv"),
                it -> new Cells()
                        .with("id", Setting.id(slug, "capacity", it.text("organisation")))
                        .with("organisation", ids.organisation(it.text("organisation")))
                        .with("hours", it.number("hours"))
                        .with("per", it.text("per"))
                        .with("note", it.textOrNull("note"))
                        .with("said_on", it.text("said_on")));
    }
}
