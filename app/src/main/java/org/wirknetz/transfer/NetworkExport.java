package org.wirknetz.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.CsvTables;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.tables.XlsxTables;
import tools.jackson.core.type.TypeReference;

/// The tables of the network in the scope, as the contract names them: what comes out goes in again unchanged.
@Component
public class NetworkExport {

    private static final String FREE = "free";
    private static final int MOST_FREE = 16_000;
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private final JdbcTemplate db;

    NetworkExport(JdbcTemplate db) {
        this.db = db;
    }

    record Sheet(String name, String sql) {}

    /// Who had several statuses is written with the last; the interval is that of the membership, or of the guest.
    private static final List<Sheet> SHEETS = List.of(
            new Sheet("organisations", """
                    select o.key as "key", o.name as "name",
                           (select string_agg(g.name_de, '; ' order by g.position, g.name_de) from directory.organisation_group og
                              join directory.actor_group g on g.network = og.network and g.id = og.actor_group
                             where og.network = o.network and og.organisation = o.id) as "group",
                           a.name as "area", o.coordinator as "coordinator", m.valid_from as "member_from", m.valid_to as "member_to",
                           case last.status when 'ACTIVE' then 'aktiv' when 'DORMANT' then 'ruhend' when 'LEFT' then 'ausgetreten'
                                when 'ASKED' then 'angefragt' when 'DECLINED' then 'abgelehnt' when 'GUEST' then 'Gast' end as "status",
                           o.website as "website", o.email as "email", o.phone as "phone", o.street as "street",
                           o.postcode as "postcode", o.city as "city", o.free::text as "free"
                      from directory.organisation o
                      left join directory.area a on a.network = o.network and a.id = o.area
                      left join lateral (select * from directory.membership l
                                          where l.network = o.network and l.organisation = o.id
                                          order by l.valid_from desc nulls last limit 1) last on true
                      left join lateral (select * from directory.membership m
                                          where m.network = o.network and m.organisation = o.id
                                            and case when last.status in ('ASKED', 'DECLINED', 'GUEST') then m.id = last.id
                                                     else m.status in ('ACTIVE', 'DORMANT') end
                                          order by m.valid_from desc nulls last limit 1) m on true
                     order by o.key
                    """),
            new Sheet("people", """
                    select key as "key", title as "title", given_name as "given_name", family_name as "family_name",
                           email as "email", phone as "phone", free::text as "free"
                      from directory.person where forgotten_on is null order by key
                    """),
            new Sheet("mandates", """
                    select p.key as "person", o.key as "organisation", m.function as "function", m.level as "level",
                           m.valid_from as "from", m.valid_to as "to"
                      from directory.mandate m
                      join directory.person p on p.network = m.network and p.id = m.person and p.forgotten_on is null
                      join directory.organisation o on o.network = m.network and o.id = m.organisation
                     order by o.key, p.key, m.valid_from nulls first, m.id
                    """),
            new Sheet("ties", """
                    select f.key as "from", t.key as "to", tie.kind as "kind", tie.strength as "strength", tie.mutual as "mutual",
                           tie.valid_from as "from_date", tie.valid_to as "to_date", tie.form as "form"
                      from networkcheck.tie tie
                      join directory.organisation f on f.network = tie.network and f.id = tie.from_organisation
                      join directory.organisation t on t.network = tie.network and t.id = tie.to_organisation
                     order by f.key, t.key, tie.kind, tie.valid_from nulls first, tie.id
                    """),
            new Sheet("contributions", """
                    select g.key as "giver", r.key as "receiver", c.kind as "kind",
                           case c.effort when 1 then 'klein' when 3 then 'mittel' when 5 then 'groß' else trim_scale(c.effort)::text end as "effort",
                           c.hours as "hours", c.requested as "requested", c.given_on as "date"
                      from exchange.contribution c
                      join directory.organisation g on g.network = c.network and g.id = c.giver
                      join directory.organisation r on r.network = c.network and r.id = c.receiver
                     where c.state = 'CONFIRMED'
                     order by c.given_on nulls first, g.key, r.key, c.id
                    """),
            new Sheet("targets", """
                    select g.name_de as "group", r.minimum as "minimum", r.weight as "weight", a.name as "area"
                      from directory.target_role r
                      join directory.actor_group g on g.network = r.network and g.id = r.actor_group
                      left join directory.area a on a.network = r.network and a.id = r.area
                     where r.model = (select id from directory.target_model order by number desc limit 1)
                     order by g.position, g.key, a.name nulls first
                    """));

    private static List<Sheet> sheets() {
        return Stream.concat(SHEETS.stream(), RoomSheets.ALL.stream()).toList();
    }

    /// One workbook with a sheet for each table.
    public void xlsx(OutputStream out) throws IOException {
        try (var writer = new XlsxTables(out)) {
            write(writer);
        }
    }

    /// A ZIP with one CSV for each table.
    public void csv(OutputStream out) throws IOException {
        try (var zip = new java.util.zip.ZipOutputStream(out);
                var writer = new CsvTables(name -> entry(zip, name + ".csv"))) {
            write(writer);
        }
    }

    private static OutputStream entry(java.util.zip.ZipOutputStream zip, String name) {
        try {
            zip.putNextEntry(new java.util.zip.ZipEntry(name));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return new java.io.FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    private void write(TableWriter writer) {
        for (var sheet : sheets()) {
            var columns = new ArrayList<String>();
            var meta = db.queryForRowSet(sheet.sql() + " limit 0").getMetaData();
            columns.addAll(List.of(meta.getColumnNames()));
            boolean free = columns.removeIf(it -> it.equals(FREE));
            int fields = columns.size();
            if (free) columns.addAll(free(sheet.name(), columns));
            writer.table(sheet.name(), columns);
            db.query(sheet.sql(), row -> {
                var cells = new ArrayList<Cell>();
                for (int column = 1; column <= fields; column++) cells.add(cell(row.getObject(column)));
                if (free) {
                    var more = Json.MAPPER.readValue(row.getString(FREE), STRINGS);
                    for (var heading : columns.subList(fields, columns.size()))
                        cells.add(Cell.of(more.getOrDefault(heading, "")));
                }
                writer.row(cells);
            });
        }
    }

    /// The headings of columns that are no field here: they go out as they came in, after all others.
    private List<String> free(String table, List<String> fields) {
        var kept = table.equals("organisations") ? "directory.organisation" : "directory.person";
        return db
                .queryForList(
                        "select distinct heading from " + kept
                                + " t, jsonb_object_keys(t.free) heading order by 1 limit " + MOST_FREE,
                        String.class)
                .stream()
                .filter(it -> !fields.contains(it))
                .toList();
    }

    private static Cell cell(@Nullable Object value) {
        return switch (value) {
            case null -> Cell.BLANK;
            case Boolean truth -> truth ? Cell.of("ja") : Cell.BLANK;
            case Date date -> new Cell.Day(date.toLocalDate());
            case java.math.BigDecimal number -> new Cell.Amount(number);
            case Integer number -> new Cell.Amount(java.math.BigDecimal.valueOf(number));
            default -> Cell.of(value.toString());
        };
    }
}
