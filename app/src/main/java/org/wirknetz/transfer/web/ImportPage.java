package org.wirknetz.transfer.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.FindingSentences;
import org.wirknetz.platform.tables.Place;
import org.wirknetz.platform.tables.Severity;
import org.wirknetz.platform.tables.TableKind;
import org.wirknetz.platform.web.Frame;
import org.wirknetz.transfer.ImportCounts;
import org.wirknetz.transfer.ImportId;
import org.wirknetz.transfer.ImportReport;
import org.wirknetz.transfer.Imports;
import org.wirknetz.transfer.Recognised;
import org.wirknetz.transfer.Reports;

/// One import: what was recognised, what was found, how far it is.
///
/// @param recognised null while the work is going on or done
/// @param change what the run wrote; null unless it is done and not taken back
/// @param groups the actor groups of the network
/// @param emptied whether the files are no longer there to be read
/// @param takenBack whether what the run wrote was taken back
public record ImportPage(
        String base,
        UUID id,
        String state,
        long done,
        long whole,
        @Nullable UUID change,
        boolean takenBack,
        boolean emptied,
        @Nullable Recognised recognised,
        @Nullable ImportReport report,
        List<Group> groups) {

    /// An actor group that a word of the list may mean.
    public record Group(UUID id, String german, String english) {}

    static ImportPage of(
            Visitor visitor, ImportId id, @Nullable Recognised recognised, JdbcClient db, Reports reports) {
        var groups = db.sql("select id, name_de as german, name_en as english from directory.actor_group"
                        + " order by position, name_de")
                .query(Group.class)
                .list();
        return db.sql("""
                        select run.state, run.done, run.whole, run.report, change.undone, run.emptied_at is not null as emptied,
                               case when not change.undone then change.id end as change
                          from transfer.import_run run
                          left join platform.change on change.id = run.change
                         where run.id = ?
                        """)
                .param(id.value())
                .query((row, n) -> new ImportPage(
                        visitor.base(),
                        id.value(),
                        row.getString("state"),
                        row.getLong("done"),
                        row.getLong("whole"),
                        row.getObject("change", UUID.class),
                        row.getBoolean("undone"),
                        row.getBoolean("emptied"),
                        recognised,
                        reports.read(row.getString("report")),
                        groups))
                .optional()
                .orElseThrow(NotFound::new);
    }

    public int daysOfFiles() {
        return Imports.DAYS_OF_FILES;
    }

    public String path() {
        return base + "/imports/" + id;
    }

    public boolean working() {
        return state.equals("CHECKING") || state.equals("RUNNING");
    }

    public boolean mayRun() {
        var known = report;
        return state.equals("CHECKED")
                && known != null
                && !known.refuses()
                && known.counts() != null
                && !java.util.Objects.requireNonNull(known.counts()).changesNothing();
    }

    public boolean nothingNew() {
        var known = report;
        return state.equals("CHECKED")
                && known != null
                && known.counts() != null
                && java.util.Objects.requireNonNull(known.counts()).changesNothing();
    }

    public @Nullable ImportCounts counts() {
        return report == null ? null : report.counts();
    }

    /// A finding as a person reads it.
    ///
    /// @param place empty where the finding is about the whole
    public record Said(String severity, String place, String sentence) {}

    public List<Said> findings(Frame frame) {
        var sentences = new FindingSentences(frame.locale());
        var lines = new ArrayList<ImportReport.Line>();
        if (recognised != null && report == null) lines.addAll(recognised.findings());
        if (report != null) lines.addAll(report.findings());
        return lines.stream().map(line -> said(line, sentences, frame)).toList();
    }

    private static Said said(ImportReport.Line line, FindingSentences sentences, Frame frame) {
        boolean read = line.key().startsWith("tables.");
        var column = line.column();
        // What the reader found names the heading of the file; what the import found, a field.
        var heading = read || column == null ? column : frame.say("transfer.field." + column);
        var place = new Place(line.file(), line.sheet(), line.line(), heading);
        var sentence = read
                ? sentences.sentence(new Finding(Severity.valueOf(line.severity()), place, line.key(), line.values()))
                : frame.say(line.key(), told(line.values(), frame));
        return new Said(
                line.severity().toLowerCase(Locale.ROOT),
                line.file().isEmpty() ? "" : sentences.place(place),
                sentence);
    }

    /// A report is kept without a language; a day in it is said in the reader's.
    private static Object[] told(List<String> values, Frame frame) {
        return values.stream()
                .map(it -> it.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? frame.date(LocalDate.parse(it)) : it)
                .toArray();
    }

    /// The kinds of table a person may choose from.
    public List<TableKind> kinds() {
        return List.of(TableKind.values());
    }
}
