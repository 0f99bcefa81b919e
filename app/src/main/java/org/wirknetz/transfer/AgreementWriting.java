package org.wirknetz.transfer;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.AgreementLists;
import org.wirknetz.agreements.AgreementLists.Course;
import org.wirknetz.agreements.AgreementLists.Promise;
import org.wirknetz.agreements.Circle;
import org.wirknetz.agreements.CooperationForm;
import org.wirknetz.agreements.Duty;
import org.wirknetz.agreements.Terms;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.tables.AgreementRow;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.ObligationRow;
import org.wirknetz.platform.tables.RoomTables;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes agreements with their duties, through the verbs of their room. What is there already stays as it is: a text
/// that somebody may have signed is not changed by a list.
final class AgreementWriting {

    private final JdbcTemplate db;
    private final AgreementLists lists;
    private final Map<String, UUID> organisations;
    private final Map<String, UUID> people;
    private final Findings findings;
    private final Runnable step;
    private final Map<String, UUID> known = new HashMap<>();
    private final Set<String> duties = new HashSet<>();

    AgreementWriting(
            JdbcTemplate db,
            AgreementLists lists,
            Map<String, UUID> organisations,
            Map<String, UUID> people,
            Findings findings,
            Runnable step) {
        this.db = db;
        this.lists = lists;
        this.organisations = organisations;
        this.people = people;
        this.findings = findings;
        this.step = step;
    }

    /// @param agreements how many agreements, new and known
    /// @param obligations how many duties
    record Counts(Count agreements, Count obligations) {}

    Counts write(RoomTables tables) {
        if (tables.agreements().isEmpty() && tables.obligations().isEmpty()) return new Counts(Count.NONE, Count.NONE);
        readKnown();
        var open = new LinkedHashSet<>(tables.obligations());
        var named = named(tables.obligations());
        int added = 0;
        int unchanged = 0;
        int promised = 0;
        int kept = 0;
        for (var row : tables.agreements()) {
            step.run();
            var own = Stream.of(row.key(), title(row.title()))
                    .flatMap(name -> named.getOrDefault(name, List.of()).stream())
                    .filter(it -> isOf(it, row))
                    .filter(open::remove)
                    .toList();
            var there = there(row);
            if (there != null) {
                unchanged++;
                for (var duty : own) if (keeps(there.toString(), duty)) kept++;
            } else if (take(row, own)) {
                added++;
                promised += own.size();
            }
        }
        for (var row : open) {
            step.run();
            if (keeps(row.agreement(), row)) kept++;
        }
        return new Counts(new Count(added, 0, unchanged), new Count(promised, 0, kept));
    }

    /// Duties by what they may call their agreement: its key or its title.
    private static Map<String, List<ObligationRow>> named(List<ObligationRow> rows) {
        var named = new HashMap<String, List<ObligationRow>>();
        for (var row : rows)
            for (var name : new HashSet<>(List.of(row.agreement(), title(row.agreement()))))
                named.computeIfAbsent(name, it -> new ArrayList<>()).add(row);
        return named;
    }

    private void readKnown() {
        db.query("""
                select a.id, a.title, a.valid_from, array(select p.organisation::text from agreements.party p
                        where p.network = a.network and p.agreement = a.id order by 1) as parties
                  from agreements.agreement a
                """, row -> {
            var id = row.getObject("id", UUID.class);
            known.put(id.toString(), id);
            known.put(
                    same(
                            row.getString("title"),
                            Arrays.asList((String[]) row.getArray("parties").getArray()),
                            row.getObject("valid_from", LocalDate.class)),
                    id);
        });
        db.query("""
                select d.agreement, a.title as agreement_title, p.organisation, d.title, d.due from agreements.obligation d
                  join agreements.agreement a on a.network = d.network and a.id = d.agreement
                  join agreements.party p on p.network = d.network and p.id = d.party
                """, row -> {
            for (var agreement : List.of(row.getString("agreement"), title(row.getString("agreement_title"))))
                duties.add(duty(
                        agreement,
                        row.getString("organisation"),
                        row.getString("title"),
                        row.getObject("due", LocalDate.class)));
        });
    }

    /// Whether the network has this duty already; one it has not is refused.
    private boolean keeps(String agreement, ObligationRow row) {
        if (duties.contains(duty(agreement, row)) || duties.contains(duty(title(agreement), row))) return true;
        findings.add(Finding.error(row.at(), "transfer.obligation.fixed", row.title(), row.agreement()));
        return false;
    }

    private @Nullable UUID there(AgreementRow row) {
        var byKey = known.get(id(row).toString());
        return byKey != null
                ? byKey
                : known.get(same(row.title(), parties(row), row.period().from()));
    }

    private boolean take(AgreementRow row, List<ObligationRow> own) {
        var id = id(row);
        try {
            lists.take(
                    new AgreementId(id),
                    terms(row),
                    parties(row).stream()
                            .map(it -> new OrganisationId(UUID.fromString(it)))
                            .toList(),
                    own.stream().map(this::promise).toList(),
                    new Course(row.concluded(), row.ended(), row.reason()));
        } catch (Refused refused) {
            findings.add(Finding.error(row.at(), refused.key(), refused.values()));
            return false;
        }
        known.put(id.toString(), id);
        known.put(same(row.title(), parties(row), row.period().from()), id);
        return true;
    }

    private static Terms terms(AgreementRow row) {
        var form = Checks.form(row.form());
        var levels = Folded.words(row.levels());
        var binding = row.binding();
        var notice = row.noticeMonths();
        return new Terms(
                row.title(),
                form == null ? null : CooperationForm.valueOf(form),
                binding == null ? 2 : binding.intValue(),
                levels.contains("leit") || levels.contains("leader"),
                levels.contains("fach") || levels.contains("profess"),
                levels.contains("operativ") || levels.contains("operational"),
                row.purpose(),
                row.period().from(),
                row.period().to(),
                notice == null ? 0 : notice.intValue(),
                circle(row.visibility()),
                row.text());
    }

    private static Circle circle(String written) {
        var word = Folded.word(written);
        if (word.startsWith("forder") || word.startsWith("funder")) return Circle.FUNDERS;
        return word.startsWith("netz") || word.startsWith("network") ? Circle.NETWORK : Circle.PARTIES;
    }

    private Promise promise(ObligationRow row) {
        var person = row.person().isEmpty() ? null : people.get(row.person());
        return new Promise(
                new Duty(
                        row.title(),
                        new OrganisationId(Objects.requireNonNull(organisations.get(row.organisation()))),
                        person == null ? null : new PersonId(person),
                        row.due()),
                row.done(),
                row.evidence());
    }

    private static boolean isOf(ObligationRow duty, AgreementRow agreement) {
        return duty.agreement().equals(agreement.key())
                || title(duty.agreement()).equals(title(agreement.title()))
                        && agreement.parties().contains(duty.organisation());
    }

    /// A key that is an identity stays one; any other makes the same one each time it comes.
    private UUID id(AgreementRow row) {
        var written = row.key();
        if (written.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return UUID.fromString(written);
        var name =
                written.isEmpty() ? same(row.title(), parties(row), row.period().from()) : "agreement " + written;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> parties(AgreementRow row) {
        return row.parties().stream()
                .map(it -> Objects.requireNonNull(organisations.get(it)).toString())
                .distinct()
                .toList();
    }

    private static String same(String title, List<String> parties, @Nullable LocalDate from) {
        return title(title) + "|" + parties.stream().sorted().toList() + "|" + from;
    }

    private static String title(String title) {
        return Folded.words(title);
    }

    private String duty(String agreement, ObligationRow row) {
        return duty(agreement, String.valueOf(organisations.get(row.organisation())), row.title(), row.due());
    }

    private static String duty(String agreement, String organisation, String title, @Nullable LocalDate due) {
        return agreement + "|" + organisation + "|" + Folded.words(title) + "|" + due;
    }
}
