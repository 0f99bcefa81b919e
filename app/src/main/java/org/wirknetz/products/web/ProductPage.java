package org.wirknetz.products.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.NotFound;
import org.wirknetz.products.Economics;
import org.wirknetz.products.Sheet;
import org.wirknetz.products.Stage;
import org.wirknetz.products.Synergy;

/// One product: what it is, how far it has come, who takes part, whether it carries itself, whether together is more.
///
/// Money and estimates are empty for those from whom the database keeps them.
///
/// @param seen mark of the estimates as they are shown
/// @param sheetVersion 0 where there is no sheet yet
public record ProductPage(
        Card card,
        List<Step> steps,
        List<Partner> partners,
        int sheetVersion,
        Sheet sheet,
        List<Estimate> estimates,
        String seen) {

    public record Card(
            UUID id,
            int version,
            String name,
            String kind,
            String stage,
            @Nullable String purpose,
            @Nullable String rights,
            @Nullable String outcome) {}

    public record Step(
            String stage, LocalDate enteredOn, @Nullable String reason) {}

    /// @param costShare in per cent, null while it is not agreed or not for this visitor
    public record Partner(
            UUID id,
            UUID organisation,
            String name,
            boolean owner,
            @Nullable String brings,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable BigDecimal costShare,
            @Nullable BigDecimal revenueShare,
            int version) {}

    /// @param organisation null for the outcome together
    public record Estimate(
            UUID id,
            @Nullable UUID organisation,
            @Nullable String name,
            BigDecimal low,
            BigDecimal high,
            String source,
            LocalDate estimatedOn) {}

    private record StoredSheet(
            int version,
            @Nullable String unit,
            @Nullable BigDecimal price,
            @Nullable BigDecimal variableCost,
            @Nullable BigDecimal fixedCost,
            @Nullable Integer demandLow,
            @Nullable Integer demandHigh,
            @Nullable String demandSource) {}

    static ProductPage of(JdbcClient db, UUID id) {
        var card = db.sql(
                        "select id, version, name, kind, products.stage_of(id) as stage, purpose, rights, outcome from products.product where id = ?")
                .param(id)
                .query(Card.class)
                .optional()
                .orElseThrow(NotFound::new);
        var steps = db.sql("""
                        select stage, entered_on, reason from products.stage_change
                         where product = ? order by entered_on desc, created_at desc, id
                        """).param(id).query(Step.class).list();
        var partners = db.sql("""
                        select p.id, p.version, p.organisation, o.name, p.owner, p.brings, p.joined_on, p.left_on,
                               portion.cost_share, portion.revenue_share
                          from products.partner p
                          join directory.organisation_card o on o.network = p.network and o.id = p.organisation
                          left join products.portion portion on portion.network = p.network and portion.partner = p.id
                         where p.product = ?
                         order by p.left_on is not null, p.owner desc, platform.fold(o.name), p.id
                        """).param(id).query(Partner.class).list();
        var sheet = db.sql("""
                        select version, unit, price, variable_cost, fixed_cost, demand_low, demand_high, demand_source
                          from products.sheet where product = ?
                        """).param(id).query(StoredSheet.class).optional();
        var estimates = db.sql("""
                        select e.id, e.organisation, o.name, e.low, e.high, e.source, e.estimated_on
                          from products.estimate e
                          left join directory.organisation_card o on o.network = e.network and o.id = e.organisation
                         where e.product = ?
                         order by e.organisation is not null, platform.fold(o.name), e.id
                        """).param(id).query(Estimate.class).list();
        return new ProductPage(
                card,
                steps,
                partners,
                sheet.map(StoredSheet::version).orElse(0),
                sheet.map(it -> new Sheet(
                                it.unit(),
                                it.price(),
                                it.variableCost(),
                                it.fixedCost(),
                                it.demandLow(),
                                it.demandHigh(),
                                it.demandSource()))
                        .orElse(Sheet.EMPTY),
                estimates,
                db.sql("select products.estimates_seen(?)")
                        .param(id)
                        .query(String.class)
                        .single());
    }

    public List<Partner> present() {
        return partners.stream().filter(it -> it.leftOn() == null).toList();
    }

    public List<Partner> former() {
        return partners.stream().filter(it -> it.leftOn() != null).toList();
    }

    public Economics economics() {
        return Economics.of(sheet);
    }

    public Optional<Estimate> together() {
        return estimates.stream().filter(it -> it.organisation() == null).findFirst();
    }

    public Optional<Estimate> alone(Partner partner) {
        return estimates.stream()
                .filter(it -> partner.organisation().equals(it.organisation()))
                .findFirst();
    }

    /// Those who take part and have not been estimated.
    public List<Partner> unestimated() {
        return present().stream().filter(it -> alone(it).isEmpty()).toList();
    }

    /// Empty while the outcome together or any of those who take part is missing, or only one takes part.
    public Optional<Synergy> synergy() {
        if (together().isEmpty() || present().size() < 2 || !unestimated().isEmpty()) return Optional.empty();
        return together()
                .map(it -> Synergy.of(
                        range(it),
                        present().stream()
                                .flatMap(partner -> alone(partner).stream())
                                .map(ProductPage::range)
                                .toList()));
    }

    private static Synergy.Range range(Estimate estimate) {
        return new Synergy.Range(estimate.low(), estimate.high());
    }

    /// How ready it is for the market: each point is a fact on this page.
    ///
    /// @param key of the words `products.ready.…`
    public record Point(String key, boolean met) {}

    public List<Point> readiness() {
        var points = new ArrayList<Point>();
        points.add(new Point("purpose", card.purpose() != null));
        points.add(new Point("partners", present().size() >= 2));
        points.add(new Point("rights", card.rights() != null));
        points.add(new Point("price", sheet.price() != null));
        points.add(new Point("cost", sheet.variableCost() != null && sheet.fixedCost() != null));
        points.add(new Point("demand", sheet.demandLow() != null));
        points.add(new Point("shares", isWhole(true) && isWhole(false)));
        points.add(new Point("pilot", steps.stream().anyMatch(it -> it.stage().equals(Stage.PILOT.name()))));
        return List.copyOf(points);
    }

    public long met() {
        return readiness().stream().filter(Point::met).count();
    }

    /// @return the agreed parts of cost or revenue together, in per cent
    public BigDecimal agreed(boolean cost) {
        return present().stream()
                .map(it -> cost ? it.costShare() : it.revenueShare())
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isWhole(boolean cost) {
        return agreed(cost).compareTo(BigDecimal.valueOf(100)) == 0;
    }

    /// What a partner would have of the yearly result with careful demand; null while a figure is missing.
    public @Nullable BigDecimal part(Partner partner) {
        var result = economics().resultLow();
        var share = partner.revenueShare();
        return result == null || share == null
                ? null
                : result.multiply(share).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_EVEN);
    }

    public Optional<Stage> next() {
        return Stage.valueOf(card.stage()).next();
    }

    public @Nullable LocalDate since() {
        return steps.isEmpty() ? null : steps.getFirst().enteredOn();
    }
}
