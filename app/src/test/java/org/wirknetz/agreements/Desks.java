package org.wirknetz.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.access.Role;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Scope;

/// The partners round one table: Handwerkskammer, Volkshochschule, Jobcenter, and somebody of each.
final class Desks {

    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    final Cast.Stage stage;
    final UUID handwerkskammer;
    final UUID volkshochschule;
    final UUID jobcenter;
    final Scope office;
    final Scope chamber;
    final Scope school;
    final Scope stranger;
    final Scope funder;

    Desks(Cast cast) {
        stage = cast.network();
        handwerkskammer = stage.organisation("Handwerkskammer");
        volkshochschule = stage.organisation("Volkshochschule");
        jobcenter = stage.organisation("Jobcenter");
        office = Scope.of(stage.network(), stage.officeAccount());
        chamber = Scope.of(stage.network(), stage.sits("Jonas Weber", Role.PARTNER_ADMIN, handwerkskammer));
        school = Scope.of(stage.network(), stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, volkshochschule));
        stranger = Scope.of(stage.network(), stage.sits("Jörg Kranz", Role.PARTNER_ADMIN, jobcenter));
        funder = Scope.of(stage.network(), stage.sits("Ines Falk", Role.FUNDER, null));
    }

    List<OrganisationId> both() {
        return List.of(new OrganisationId(handwerkskammer), new OrganisationId(volkshochschule));
    }

    static Terms terms(String title) {
        return terms(title, Circle.PARTIES, "Sie erkennen Teilqualifikationen gegenseitig an.");
    }

    static Terms terms(String title, Circle circle, String body) {
        return terms(title, circle, body, MONDAY, MONDAY.plusYears(1));
    }

    static Terms terms(String title, Circle circle, String body, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Terms(
                title, CooperationForm.INTEGRATIVE, 2, false, true, false, "Anerkennung", from, to, 3, circle, body);
    }

    /// Somebody who represents an organisation on certain days.
    static UUID mandated(
            Cast.Stage stage,
            JdbcClient db,
            String given,
            String email,
            UUID organisation,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        var person = UUID.randomUUID();
        stage.inside(() -> {
            db.sql("""
                            insert into directory.person (network, id, key, given_name, family_name, email)
                            values (platform.network(), :id, :key, :given, 'Cast', :email)
                            """)
                    .param("id", person)
                    .param("key", person.toString())
                    .param("given", given)
                    .param("email", email)
                    .update();
            db.sql("""
                            insert into directory.mandate (network, person, organisation, kind, function, valid_from, valid_to)
                            values (platform.network(), :person, :organisation, 'REPRESENTS', 'Vertretung', :from, :to)
                            """)
                    .param("person", person)
                    .param("organisation", organisation)
                    .param("from", from)
                    .param("to", to)
                    .update();
        });
        return person;
    }
}
