package org.wirknetz.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.wirknetz.surveys.Item;
import org.wirknetz.surveys.Kind;
import org.wirknetz.surveys.Questionnaire;

/// Pulse surveys of one demo network, each on its own day. Answers come in by the same door as people's, so the demo
/// shows
/// no figure that the program would not show.
record SurveyRows(Rows rows, DirectoryIds ids, Questionnaire questionnaire) {

    void write() {
        var now = rows.db()
                .sql("select coalesce(current_setting('wirknetz.today', true), '')")
                .query(String.class)
                .single();
        var answers = file("survey-answers");
        var ties = file("survey-ties");
        for (var row : file("surveys")) {
            var wave = ids.row("survey/" + row.text("key"));
            today(row.text("opened"));
            draft(row, wave);
            open(row, wave);
            answer(wave, of(answers, row));
            tell(wave, of(ties, row));
            if (!row.empty("closed"))
                rows.db()
                        .sql("select surveys.close(?, cast(? as date))")
                        .params(wave, row.text("closed"))
                        .query()
                        .listOfRows();
        }
        today(now);
    }

    private static List<Row> of(List<Row> all, Row wave) {
        return all.stream()
                .filter(it -> it.text("survey").equals(wave.text("key")))
                .toList();
    }

    /// The day the program takes for today until the transaction ends.
    private void today(String day) {
        rows.db()
                .sql("select set_config('wirknetz.today', ?, true)")
                .param(day)
                .query()
                .listOfRows();
    }

    /// One person of each of these members, leaders first.
    private void draft(Row row, UUID wave) {
        rows.db()
                .sql("""
                        insert into surveys.wave (network, id, title, purpose, reminders, closes_on, created_at)
                        values (platform.network(), :wave, :title, :purpose, :reminders, cast(:closes as date), cast(:opened as date))
                        """)
                .param("wave", wave)
                .param("title", row.text("title"))
                .param("purpose", row.text("purpose"))
                .param("reminders", row.whole("reminders"))
                .param("closes", row.text("closes"))
                .param("opened", row.text("opened"))
                .update();
        rows.db()
                .sql("""
                        insert into surveys.invited (network, id, wave, person, organisations)
                        select platform.network(), md5(cast(:wave as text) || chosen.person)::uuid, :wave, chosen.person,
                               array_agg(chosen.organisation order by chosen.organisation)
                          from (select distinct on (p.organisation) p.person, p.organisation from directory.position p
                                 where p.network = platform.network() and p.organisation = any (:asked)
                                   and coalesce(p.valid_from <= platform.today(), true) and coalesce(p.valid_to > platform.today(), true)
                                 order by p.organisation, p.level = 'LEADERSHIP' desc nulls last, p.person) chosen
                         group by chosen.person
                        """)
                .param("wave", wave)
                .param(
                        "asked",
                        row.list("asked").stream().map(ids::organisation).toArray(UUID[]::new))
                .update();
    }

    private void open(Row row, UUID wave) {
        var items = questionnaire.items();
        rows.db()
                .sql("""
                        select surveys.open(:wave, cast(:day as date), cast(:keys as text[]), cast(:kinds as text[]), cast(:de as text[]),
                               cast(:en as text[]), array_agg(sha256(('door' || i.id)::bytea) order by i.id),
                               array_agg(array_to_string(i.organisations, ',') order by i.id),
                               array_agg(sha256(('answer' || i.id)::bytea) order by i.id))
                          from surveys.invited i where i.wave = :wave
                        """)
                .param("wave", wave)
                .param("day", row.text("opened"))
                .param("keys", items.stream().map(Item::key).toArray(String[]::new))
                .param("kinds", items.stream().map(it -> it.kind().name()).toArray(String[]::new))
                .param("de", items.stream().map(Item::de).toArray(String[]::new))
                .param("en", items.stream().map(Item::en).toArray(String[]::new))
                .query()
                .listOfRows();
    }

    /// The file says how often which value was given; who gives it does not matter, since only sums are kept.
    private void answer(UUID wave, List<Row> given) {
        var statements = questionnaire.items().stream()
                .filter(it -> it.kind() == Kind.STATEMENT)
                .map(Item::key)
                .toList();
        var columns = statements.stream()
                .map(key -> given.stream()
                        .filter(it -> it.text("item").equals(key))
                        .findFirst()
                        .orElseThrow())
                .map(SurveyRows::values)
                .toList();
        var sheets = new ArrayList<String>();
        for (int n = 0; n < columns.getFirst().size(); n++) {
            int at = n;
            sheets.add(String.join(
                    ",", columns.stream().map(it -> it.get(at).toString()).toList()));
        }
        rows.db()
                .sql("""
                        select surveys.answer(sha256(('door' || i.id)::bytea), sha256(('answer' || i.id)::bytea),
                               array(select q.id from surveys.question q where q.wave = :wave and q.kind = 'STATEMENT' order by q.position),
                               string_to_array(sheet.said, ',')::int[])
                          from unnest(cast(:sheets as text[])) with ordinality as sheet(said, n)
                          join (select id, row_number() over (order by id) as n from surveys.invited where wave = :wave) i using (n)
                        """)
                .param("wave", wave)
                .param("sheets", sheets.toArray(String[]::new))
                .query()
                .listOfRows();
    }

    private static List<Integer> values(Row row) {
        return IntStream.rangeClosed(0, 5)
                .boxed()
                .flatMap(value -> IntStream.range(0, row.whole("v" + value)).mapToObj(n -> value))
                .toList();
    }

    private void tell(UUID wave, List<Row> told) {
        for (var row : told) {
            var speaker = ids.organisation(row.text("organisation"));
            rows.db()
                    .sql("""
                            select surveys.tell(sha256(('door' || i.id)::bytea), sha256(('word' || i.id)::bytea), :speaker, cast(:named as uuid[]))
                              from surveys.invited i where i.wave = :wave and :speaker = any (i.organisations) limit 1
                            """)
                    .param("wave", wave)
                    .param("speaker", speaker)
                    .param(
                            "named",
                            row.list("named").stream().map(ids::organisation).toArray(UUID[]::new))
                    .query()
                    .listOfRows();
        }
    }

    private List<Row> file(String name) {
        return DataFile.rows(rows.network().slug() + "/" + name + ".csv");
    }
}
