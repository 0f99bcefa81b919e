package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Neighbourhood;
import org.wirknetz.directory.Neighbourhoods;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.TieKind;
import org.wirknetz.networkcheck.Ties;
import org.wirknetz.platform.web.EgoPicture;

/// The neighbourhood of one organisation: its ties of a day, the strongest first, and who among its partners knows
/// whom.
/// Two questions, however big the network is.
@Component
class EgoNetworks implements Neighbourhoods {

    private static final int DRAWN = 10;
    private static final int LISTED = 12;

    private final JdbcClient db;
    private final Ties ties;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    EgoNetworks(JdbcClient db, Ties ties, NetworkcheckPermissions may, CheckDesk desk) {
        this.db = db;
        this.ties = ties;
        this.may = may;
        this.desk = desk;
    }

    private record One(
            UUID tie,
            UUID partner,
            String name,
            String shortName,
            int number,
            String kind,
            @Nullable Integer strength,
            boolean confirmedByBoth,
            @Nullable LocalDate since) {}

    private record Middle(String shortName, int number) {}

    private record Pair(UUID one, UUID other) {}

    @Override
    public Optional<Neighbourhood> of(Visitor visitor, OrganisationId organisation, LocalDate day) {
        if (!may.seeNames(visitor)) return Optional.empty();
        var middle = middle(organisation);
        if (middle.isEmpty()) return Optional.empty();
        var all = ties(organisation, day);
        var partners = new LinkedHashMap<UUID, One>();
        all.forEach(it -> partners.putIfAbsent(it.partner(), it));
        var drawn = partners.values().stream().limit(DRAWN).toList();
        var picture = new EgoPicture(
                new EgoPicture.One(middle.get().shortName(), middle.get().number(), null, true),
                drawn.stream()
                        .map(it -> new EgoPicture.One(
                                it.shortName(), it.number(), href(visitor, it.partner()), it.confirmedByBoth()))
                        .toList(),
                between(drawn.stream().map(One::partner).toList(), day));
        var caption = desk.say("networkcheck.ego.caption", partners.size(), drawn.size());
        var kinds = ties.kinds().stream()
                .collect(Collectors.toMap(TieKind::key, it -> it.name(desk.words(), desk.locale())));
        boolean mayEnter = may.enterTies(visitor) && may.declare(visitor, organisation.value(), organisation.value());
        return Optional.of(new Neighbourhood(
                picture,
                caption,
                all.size(),
                all.stream().limit(LISTED).map(it -> line(visitor, it, kinds)).toList(),
                visitor.base() + "/ties?organisation=" + organisation.value(),
                mayEnter ? visitor.base() + "/ties/new?from=" + organisation.value() : null));
    }

    private Neighbourhood.Line line(Visitor visitor, One it, Map<String, String> kinds) {
        return new Neighbourhood.Line(
                it.tie(),
                it.name(),
                href(visitor, it.partner()),
                kinds.getOrDefault(it.kind(), it.kind()),
                it.strength() == null ? "" : desk.say("networkcheck.tie.strength." + it.strength()),
                it.confirmedByBoth(),
                it.since());
    }

    private static String href(Visitor visitor, UUID organisation) {
        return visitor.base() + "/organisations/" + organisation;
    }

    private Optional<Middle> middle(OrganisationId organisation) {
        return db.sql("""
                        select o.short as short_name, coalesce((
                               select min(g.number) from directory.organisation_group_card og
                                 join directory.actor_group_card g on g.network = og.network and g.id = og.actor_group
                                where og.network = o.network and og.organisation = o.id), 1) as number
                          from directory.organisation_card o
                         where o.network = platform.network() and o.id = ?
                        """).param(organisation.value()).query(Middle.class).optional();
    }

    private List<One> ties(OrganisationId organisation, LocalDate day) {
        return db.sql("""
                        with own as (
                            select t.id as tie, case when t.from_organisation = :id then t.to_organisation else t.from_organisation end as partner,
                                   t.kind, t.strength, t.valid_from as since,
                                   t.from_confirmed_at is not null and t.to_confirmed_at is not null as confirmed_by_both
                              from networkcheck.tie t
                             where t.network = platform.network() and (t.from_organisation = :id or t.to_organisation = :id)
                               and (t.valid_from is null or t.valid_from <= :day) and (t.valid_to is null or :day < t.valid_to)
                        ), groups as materialized (
                            select id, number from directory.actor_group_card where network = platform.network())
                        select own.tie, own.partner, o.name, o.short as short_name, own.kind, own.strength, own.confirmed_by_both, own.since,
                               coalesce((select min(g.number) from directory.organisation_group_card og
                                           join groups g on g.id = og.actor_group
                                          where og.network = o.network and og.organisation = o.id), 1) as number
                          from own
                          join directory.organisation_card o on o.network = platform.network() and o.id = own.partner
                         order by own.confirmed_by_both desc, own.strength desc nulls last, platform.fold(o.name), own.tie
                        """)
                .param("id", organisation.value())
                .param("day", day)
                .query(One.class)
                .list();
    }

    private List<EgoPicture.Pair> between(List<UUID> partners, LocalDate day) {
        if (partners.size() < 2) return List.of();
        var pairs = new ArrayList<EgoPicture.Pair>();
        db.sql("""
                        select distinct least(from_organisation, to_organisation) as one,
                               greatest(from_organisation, to_organisation) as other
                          from networkcheck.tie
                         where network = platform.network() and from_organisation in (:partners) and to_organisation in (:partners)
                           and (valid_from is null or valid_from <= :day) and (valid_to is null or :day < valid_to)
                         order by one, other
                        """)
                .param("partners", partners)
                .param("day", day)
                .query(Pair.class)
                .list()
                .forEach(
                        it -> pairs.add(new EgoPicture.Pair(partners.indexOf(it.one()), partners.indexOf(it.other()))));
        return pairs;
    }
}
