package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.ProductRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes joint products with their stage and who takes part; one of the same name is there already.
final class ProductWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final LocalDate today;
    private final Map<String, UUID> organisations;
    private final Runnable step;

    ProductWriting(JdbcTemplate db, UUID network, LocalDate today, Map<String, UUID> organisations, Runnable step) {
        this.db = db;
        this.network = network;
        this.today = today;
        this.organisations = organisations;
        this.step = step;
    }

    Count write(List<ProductRow> rows) {
        if (rows.isEmpty()) return Count.NONE;
        var there = new HashMap<String, Boolean>();
        db.query("select name from products.product", row -> {
            there.put(Folded.words(row.getString("name")), true);
        });
        int added = 0;
        int unchanged = 0;
        for (var row : rows) {
            step.run();
            if (there.putIfAbsent(Folded.words(row.name()), true) == null) {
                add(row);
                added++;
            } else {
                unchanged++;
            }
        }
        return new Count(added, 0, unchanged);
    }

    private void add(ProductRow row) {
        var id = UUID.randomUUID();
        var since = row.since() == null ? today : row.since();
        db.update(
                "insert into products.product (network, id, name, kind, purpose, rights, outcome) values (?, ?, ?, ?, ?, ?, ?)",
                network,
                id,
                row.name(),
                Folded.word(row.kind()).startsWith("prod") ? "PRODUCT" : "SERVICE",
                filled(row.purpose()),
                filled(row.rights()),
                filled(row.outcome()));
        db.update(
                "insert into products.stage_change (network, product, stage, entered_on) values (?, ?, ?, ?)",
                network,
                id,
                stage(row.stage()),
                since);
        for (var owner : row.owners()) partner(id, owner, true, since);
        for (var partner : row.partners()) partner(id, partner, false, since);
    }

    private void partner(UUID product, String key, boolean owner, LocalDate since) {
        db.update("""
                insert into products.partner (network, product, organisation, owner, joined_on) values (?, ?, ?, ?, ?)
                on conflict (network, product, organisation) where left_on is null do nothing
                """, network, product, organisations.get(key), owner, since);
    }

    /// As people write them, or as they are kept.
    static String stage(String written) {
        var word = Folded.word(written);
        if (word.startsWith("konzept") || word.startsWith("concept")) return "CONCEPT";
        if (word.startsWith("erprob") || word.startsWith("pilot") || word.startsWith("trial")) return "PILOT";
        if (word.contains("markt") || word.contains("market")) return "MARKET";
        return word.startsWith("beend") || word.startsWith("ended") ? "ENDED" : "IDEA";
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text;
    }
}
