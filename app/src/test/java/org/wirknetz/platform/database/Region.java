package org.wirknetz.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/// Tables with everything that makes saving rows hard, and rows in them.
final class Region {

    /// Makes the tables as a migration would.
    static final SchemaMigration MIGRATION = Region::migrate;

    private static final String TABLES = """
            create schema directory;
            create schema "Odd Name";
            create table directory.migration (installed_rank int, version text, checksum int, success boolean);
            create table directory.organisation (
              id bigint generated always as identity primary key,
              name text not null,
              umbrella bigint references directory.organisation,
              seat bigint,
              founded date,
              weight double precision,
              search tsvector generated always as (to_tsvector('german', name)) stored,
              notes text);
            create table directory.address (
              id bigint primary key,
              organisation bigint not null references directory.organisation deferrable initially deferred,
              town text);
            alter table directory.organisation add foreign key (seat) references directory.address;
            create table directory.trail (id bigserial primary key, at timestamptz not null, what text not null);
            create function directory.never() returns trigger language plpgsql as
              $$ begin raise exception 'the trail is not changed'; end $$;
            create function directory.note() returns trigger language plpgsql as
              $$ begin insert into directory.trail (at, what) values (now(), 'changed ' || new.id); return new; end $$;
            create trigger never before update or delete or truncate on directory.trail
              for each statement execute function directory.never();
            create trigger note after insert on directory.organisation for each row execute function directory.note();
            create table "Odd Name"."Select" ("from" text, "a ""b"" c" jsonb, bytes bytea);
            create table directory.kind (key text primary key);
            insert into directory.kind values ('chamber'), ('college');
            create table directory.measured (day date not null, n int) partition by range (day);
            create table directory.measured_2026 partition of directory.measured
              for values from ('2026-01-01') to ('2027-01-01');
            alter table directory.organisation enable row level security, force row level security;
            do $$ begin
              execute format('create policy maintenance on directory.organisation to %I using (true) with check (true)',
                             current_user);
            end $$;
            create materialized view directory.towns as select town, count(*) from directory.address group by town;
            """;

    private static final String ROWS = """
            insert into directory.organisation (name, founded, weight, notes)
            select 'Träger ' || n || case n %% 3 when 0 then ' Häuser' else '' end,
                   date '2000-01-01' + n, n / 3.0, case n %% 7 when 0 then E'Zeile\\n\\t"\\\\N"' end
              from generate_series(1, %d) n;
            update directory.organisation set umbrella = id - 1 where id %% 5 = 0;
            set constraints all deferred;
            insert into directory.address select id, id, 'Lindenfurt ' || id %% 9 from directory.organisation;
            update directory.organisation set seat = id where id %% 2 = 0;
            insert into "Odd Name"."Select" values ('Aylin', '{"ä": [1, null]}', '\\x00ff0a'), (null, null, null);
            delete from directory.kind where key = 'college';
            insert into directory.measured values ('2026-11-23', 7);
            insert into directory.migration values (1, '1', 0, true), (2, '7', 0, true);
            """;

    private Region() {}

    static void migrate(String url, String user, String password, Map<String, String> versions) {
        try (var connection = Connections.open(url, user, password)) {
            Sql.execute(connection, TABLES);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static void fill(Connection connection, int organisations) throws SQLException {
        Sql.execute(connection, "begin; " + ROWS.formatted(organisations) + " commit");
    }

    /// One text that changes with any change of any row.
    static String sum(Connection connection) throws SQLException {
        return Sql.one(connection, """
                select concat_ws(' ',
                  (select count(*) || md5(string_agg(o::text, '|' order by id)) from directory.organisation o),
                  (select count(*) || md5(string_agg(a::text, '|' order by id)) from directory.address a),
                  (select count(*) || md5(string_agg(t::text, '|' order by id)) from directory.trail t),
                  (select count(*) || md5(string_agg(s::text, '|' order by "from")) from "Odd Name"."Select" s),
                  (select string_agg(key, '|' order by key) from directory.kind),
                  (select string_agg(m::text, '|') from directory.measured m))
                """);
    }
}
