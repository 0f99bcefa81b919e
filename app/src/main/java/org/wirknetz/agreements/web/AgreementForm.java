package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.wirknetz.agreements.Circle;
import org.wirknetz.agreements.CooperationForm;
import org.wirknetz.agreements.Templates;
import org.wirknetz.agreements.Terms;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about an agreement, kept as typed. The last day is what people say; the record keeps the day
/// after.
public record AgreementForm(
        String title,
        List<String> parties,
        String form,
        String binding,
        List<String> levels,
        String purpose,
        String from,
        String last,
        String notice,
        String circle,
        String body) {

    public static final List<String> LEVELS = List.of("LEADERSHIP", "PROFESSIONAL", "OPERATIONAL");

    static AgreementForm typed(MultiValueMap<String, String> given) {
        return new AgreementForm(
                text(given, "title"),
                given.getOrDefault("party", List.of()).stream()
                        .filter(it -> !it.isBlank())
                        .toList(),
                text(given, "form"),
                text(given, "binding").isEmpty() ? "2" : text(given, "binding"),
                given.getOrDefault("level", List.of()),
                text(given, "purpose"),
                text(given, "from"),
                text(given, "last"),
                text(given, "notice"),
                text(given, "circle").isEmpty() ? "PARTIES" : text(given, "circle"),
                text(given, "body"));
    }

    /// With the text of a template; what is typed already stays.
    AgreementForm from(Templates.Template template) {
        return new AgreementForm(
                title.isEmpty() ? template.title() : title,
                parties,
                form,
                String.valueOf(template.binding()),
                levels,
                purpose,
                from,
                last,
                notice,
                circle,
                template.body());
    }

    static AgreementForm of(AgreementPage page) {
        var row = page.row();
        var levels = new ArrayList<String>();
        if (row.leadership()) levels.add("LEADERSHIP");
        if (row.professional()) levels.add("PROFESSIONAL");
        if (row.operational()) levels.add("OPERATIONAL");
        return new AgreementForm(
                row.title(),
                page.parties().stream().map(it -> it.organisation().toString()).toList(),
                Objects.requireNonNullElse(row.form(), ""),
                String.valueOf(row.binding()),
                levels,
                row.purpose(),
                row.validFrom() == null ? "" : row.validFrom().toString(),
                row.validTo() == null ? "" : row.validTo().minusDays(1).toString(),
                row.noticeMonths() == 0 ? "" : String.valueOf(row.noticeMonths()),
                row.visibility(),
                row.body());
    }

    /// The holes in it; empty when it can be sent on.
    List<Problem> problems(AgreementsDesk desk) {
        var problems = new ArrayList<Problem>();
        if (title.isEmpty()) problems.add(new Problem("title", desk.say("agreements.title.missing")));
        if (title.length() > 200) problems.add(new Problem("title", desk.say("agreements.too-long", 200)));
        if (parties.size() < 2) problems.add(new Problem("party", desk.say("agreements.parties.two")));
        else if (parties.stream().anyMatch(it -> id(it) == null))
            problems.add(new Problem("party", desk.say("agreements.parties.unknown")));
        else if (parties.stream().distinct().count() < parties.size())
            problems.add(new Problem("party", desk.say("agreements.parties.twice")));
        if (!binding.matches("[0-5]")) problems.add(new Problem("binding", desk.say("agreements.binding.range")));
        if (!notice.isEmpty() && !notice.matches("[0-9]|[1-5][0-9]|60"))
            problems.add(new Problem("notice", desk.say("agreements.notice.range")));
        if (!from.isEmpty() && day(from) == null)
            problems.add(new Problem("from", desk.say("agreements.no-date", from)));
        if (!last.isEmpty() && day(last) == null)
            problems.add(new Problem("last", desk.say("agreements.no-date", last)));
        var first = day(from);
        var end = day(last);
        if (first != null && end != null && end.isBefore(first))
            problems.add(new Problem("last", desk.say("agreements.dates-turned")));
        if (purpose.length() > 4000) problems.add(new Problem("purpose", desk.say("agreements.too-long", 4000)));
        if (body.length() > Terms.LONGEST_BODY)
            problems.add(new Problem("body", desk.say("agreements.too-long", Terms.LONGEST_BODY)));
        return List.copyOf(problems);
    }

    Terms terms() {
        var end = day(last);
        return new Terms(
                title,
                named(CooperationForm.values(), form).orElse(null),
                Integer.parseInt(binding),
                levels.contains("LEADERSHIP"),
                levels.contains("PROFESSIONAL"),
                levels.contains("OPERATIONAL"),
                purpose,
                day(from),
                end == null ? null : end.plusDays(1),
                notice.isEmpty() ? 0 : Integer.parseInt(notice),
                named(Circle.values(), circle).orElse(Circle.PARTIES),
                body);
    }

    List<OrganisationId> organisations() {
        return parties.stream()
                .map(AgreementForm::id)
                .filter(Objects::nonNull)
                .map(OrganisationId::new)
                .toList();
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(it -> it.name().equals(name)).findFirst();
    }

    private static String text(MultiValueMap<String, String> given, String name) {
        var value = given.getFirst(name);
        return value == null ? "" : value.strip();
    }

    static @Nullable UUID id(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return null;
        return UUID.fromString(text);
    }

    static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < 1900 || day.getYear() > 2200 ? null : day;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
