package org.wirknetz.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One fictional network with everything it contains, as plain values. References are the readable keys; every `id`
/// follows from network, kind and key. All intervals are half-open.
public record DemoNetwork(
        UUID id,
        String slug,
        String template,
        String name,
        String nameEn,
        String purpose,
        String purposeEn,
        String region,
        String regionEn,
        String area,
        String coordinator,
        String host,
        List<ActorGroup> groups,
        List<Area> areas,
        List<Organisation> organisations,
        List<NameInTime> names,
        List<Succession> successions,
        List<Umbrella> umbrellas,
        List<Membership> memberships,
        List<Person> people,
        List<Position> positions,
        List<RoleChange> roleChanges,
        List<KeyFunction> keyFunctions,
        List<Structure> structures,
        List<StructureMember> structureMembers,
        List<Mandate> mandates,
        List<TargetModel> targets,
        List<Tie> ties,
        List<Contact> contacts,
        List<Contribution> contributions,
        List<Activity> activities,
        List<Funding> funding) {

    public enum Level {
        LEADERSHIP,
        OPERATIONAL,
        ADMINISTRATION
    }

    /// `GUEST` takes part without belonging: outside the boundary of every measure.
    public enum Status {
        ASKED,
        DECLINED,
        ACTIVE,
        DORMANT,
        LEFT,
        GUEST;

        boolean belongs() {
            return this == ACTIVE || this == DORMANT;
        }
    }

    public record ActorGroup(UUID id, String key, String name, String nameEn, int order) {}

    /// `level` is DISTRICT or MUNICIPALITY; `ags` begins with 99, which no real key does.
    public record Area(
            UUID id,
            String ags,
            String name,
            String level,
            @Nullable String parent,
            String postcode,
            int population) {}

    /// `groups` begins with the main one. `heads` is how many people work there.
    public record Organisation(
            UUID id,
            String key,
            int block,
            String name,
            String abbreviation,
            List<String> groups,
            String area,
            String municipality,
            String street,
            String postcode,
            String city,
            String phone,
            String email,
            String website,
            double longitude,
            double latitude,
            int heads) {}

    public record NameInTime(String organisation, String name, Term term) {}

    public record Succession(String predecessor, String successor, LocalDate on) {}

    public record Umbrella(String umbrella, String member, Term term) {}

    public record Membership(UUID id, String organisation, Status status, Term term, String note) {}

    public record Person(UUID id, String key, String givenName, String familyName, String email, String phone) {}

    public record Position(UUID id, String person, String organisation, String title, Level level, Term term) {}

    public record RoleChange(
            String organisation,
            String predecessor,
            String successor,
            LocalDate left,
            LocalDate followed,
            boolean handedOver) {}

    public record KeyFunction(
            UUID id,
            String key,
            String name,
            String nameEn,
            String holder,
            String organisation,
            @Nullable String deputy,
            LocalDate since) {}

    /// `kind` is BODY, ALLIANCE or PROGRAMME; `own` marks the network's own groups.
    public record Structure(
            UUID id,
            String key,
            String name,
            String nameEn,
            String kind,
            boolean own,
            List<String> topics,
            @Nullable String area,
            Term term,
            Level level,
            String source) {}

    public record StructureMember(String structure, String organisation, Term term) {
        StructureMember during(Term belonging) {
            return new StructureMember(
                    structure, organisation, term.within(belonging).orElseThrow());
        }
    }

    /// What a person does in the network on behalf of an organisation. `kind` is REPRESENTATIVE, DEPUTY or
    /// GROUP_MEMBER.
    public record Mandate(
            UUID id,
            String person,
            String organisation,
            String kind,
            @Nullable String structure,
            String function,
            Level level,
            Term term) {}

    public record TargetModel(
            UUID id,
            String key,
            int version,
            String name,
            String nameEn,
            Term term,
            boolean current,
            List<TargetRole> roles) {}

    public record TargetRole(
            String group, int weight, int minimum, @Nullable String area) {}

    /// Declared by `from`; `mutual` when `to` said the same. `strength` runs from 1 to 5.
    public record Tie(
            UUID id,
            String from,
            String to,
            String kind,
            String form,
            int strength,
            boolean mutual,
            Term term,
            @Nullable String story) {}

    /// A pair of people who carry a tie; `person` speaks for the tie's `from`.
    public record Contact(UUID tie, String person, Level level, String otherPerson, Level otherLevel, Term term) {}

    public record Contribution(
            UUID id,
            String giver,
            String receiver,
            String kind,
            String effort,
            int hours,
            boolean requested,
            LocalDate date) {}

    public record Activity(UUID id, String organisation, String kind, LocalDate date, int count) {}

    /// `amount` in euros for twelve months.
    public record Funding(
            UUID id, String source, BigDecimal amount, boolean fromPublic, Term term, BigDecimal probability) {}

    /// Within the boundary of measures on that day: decided and not ended, whether awake or dormant.
    public boolean member(String organisation, LocalDate day) {
        return memberships.stream()
                .anyMatch(it -> it.organisation().equals(organisation)
                        && it.status().belongs()
                        && it.term().holds(day));
    }

    public List<Tie> tiesOn(LocalDate day) {
        return ties.stream().filter(tie -> tie.term().holds(day)).toList();
    }
}
