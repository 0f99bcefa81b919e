package org.wirknetz.transfer;

import java.util.List;
import org.wirknetz.transfer.NetworkExport.Sheet;

/// The tables of working together, as they go in again. Money and estimates of products, comments, signatures and files
/// are in the archive of the network only.
final class RoomSheets {

    private RoomSheets() {}

    static final List<Sheet> ALL = List.of(
            new Sheet("agreements", """
                    select a.id::text as "key", a.title as "title",
                           (select string_agg(o.key, '; ' order by p.position, o.key) from agreements.party p
                              join directory.organisation o on o.network = p.network and o.id = p.organisation
                             where p.network = a.network and p.agreement = a.id) as "parties",
                           a.form as "form", a.binding as "binding",
                           concat_ws('; ', case when a.leadership then 'Leitung' end, case when a.professional then 'fachlich' end,
                                     case when a.operational then 'operativ' end) as "levels",
                           a.valid_from as "from", a.valid_to as "to", a.notice_months as "notice_months",
                           case a.visibility when 'FUNDERS' then 'Fördernde' when 'NETWORK' then 'Netzwerk' else 'Parteien' end as "visibility",
                           a.concluded_on as "concluded", a.ended_on as "ended", a.end_reason as "reason", a.purpose as "purpose",
                           (select w.body from agreements.wording w where w.network = a.network and w.agreement = a.id
                             order by w.number desc limit 1) as "text"
                      from agreements.agreement a
                     order by a.created_at, a.id
                    """),
            new Sheet("obligations", """
                    select d.agreement::text as "agreement", o.key as "organisation", p.key as "person", d.title as "title",
                           d.due as "due", d.done_on as "done", d.evidence as "evidence"
                      from agreements.obligation d
                      join agreements.party party on party.network = d.network and party.id = d.party
                      join directory.organisation o on o.network = d.network and o.id = party.organisation
                      left join directory.person p on p.network = d.network and p.id = d.person
                     order by d.agreement, d.due nulls last, d.title, d.id
                    """),
            listings("needs", "l.sort = 'NEED'", ""),
            listings("offers", "l.sort in ('OFFER', 'RESOURCE', 'COMPETENCE')", """
                    case l.sort when 'RESOURCE' then 'Ressource' when 'COMPETENCE' then 'Kompetenz' else 'Angebot' end as "sort",
                    """),
            new Sheet("products", """
                    select p.name as "name", case p.kind when 'PRODUCT' then 'Produkt' else 'Dienstleistung' end as "kind",
                           case products.stage_of(p.id) when 'IDEA' then 'Idee' when 'CONCEPT' then 'Konzept' when 'PILOT' then 'Erprobung'
                                when 'MARKET' then 'am Markt' else 'beendet' end as "stage",
                           (select max(s.entered_on) from products.stage_change s where s.network = p.network and s.product = p.id) as "since",
                           (select string_agg(o.key, '; ' order by o.key) from products.partner t
                              join directory.organisation o on o.network = t.network and o.id = t.organisation
                             where t.network = p.network and t.product = p.id and t.left_on is null and t.owner) as "owners",
                           (select string_agg(o.key, '; ' order by o.key) from products.partner t
                              join directory.organisation o on o.network = t.network and o.id = t.organisation
                             where t.network = p.network and t.product = p.id and t.left_on is null and not t.owner) as "partners",
                           p.purpose as "purpose", p.rights as "rights", p.outcome as "outcome"
                      from products.product p
                     order by platform.fold(p.name), p.id
                    """),
            new Sheet("groups", """
                    select b.name as "name",
                           case b.kind when 'STEERING' then 'Steuerungskreis' when 'PLENARY' then 'Plenum'
                                when 'WORKING_GROUP' then 'Arbeitsgruppe' else 'anderes Gremium' end as "kind",
                           b.founded_on as "founded", b.purpose as "purpose", b.mandate as "mandate", b.expected as "expected",
                           b.rules as "rules", b.term_from as "term_from", b.term_to as "term_to", b.rhythm_days as "rhythm_days",
                           case when b.quorum_above then 'mehr als ' else '' end || b.quorum_numerator || '/' || b.quorum_denominator
                           as "quorum",
                           case b.visibility when 'MEMBERS' then 'Mitglieder' else 'Netzwerk' end as "visibility",
                           b.closed_on as "closed", b.result as "result"
                      from groups.body b
                     order by platform.fold(b.name), b.founded_on, b.id
                    """),
            new Sheet("group_members", """
                    select b.name as "group", o.key as "organisation", p.key as "person",
                           case m.part when 'LEAD' then 'Leitung' when 'DEPUTY' then 'Stellvertretung' when 'GUEST' then 'Gast'
                                else 'Mitglied' end as "part",
                           m.votes as "votes", m.since as "since", m.until as "until"
                      from groups.member m
                      join groups.body b on b.network = m.network and b.id = m.group_id
                      join directory.organisation o on o.network = m.network and o.id = m.organisation
                      left join directory.person p on p.network = m.network and p.id = m.person
                     order by platform.fold(b.name), b.founded_on, b.id, o.key, m.since, p.key nulls first, m.id
                    """),
            new Sheet("funding", """
                    select f.source as "source", f.amount as "amount", f.public as "public", f.valid_from as "from", f.valid_to as "to"
                      from networkcheck.funding f
                     order by platform.fold(f.source), f.valid_from nulls first, f.id
                    """));

    private static Sheet listings(String name, String which, String sort) {
        return new Sheet(name, """
                select o.key as "organisation", %s l.title as "title", l.details as "details", l.topics as "topics",
                       l.amount as "amount", l.unit as "unit", a.name as "area", l.valid_from as "from", l.valid_to as "to",
                       case l.visibility when 'PUBLIC' then 'öffentlich' when 'OFFICE' then 'Koordinierungsstelle' else 'Netzwerk' end
                       as "visibility"
                  from exchange.listing l
                  join directory.organisation o on o.network = l.network and o.id = l.organisation
                  left join directory.area a on a.network = l.network and a.id = l.area
                 where %s
                 order by o.key, platform.fold(l.title), l.valid_from nulls first, l.id
                """.formatted(sort, which));
    }
}
