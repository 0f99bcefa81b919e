package org.wirknetz.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Invitations;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Organisations (German: *Organisationen*, *Netzwerkpartner*): what can be done to their cards. One verb, one
/// transaction, one change that can be taken back. Who may call a verb says [DirectoryPermissions].
@Component
@Transactional
public class Organisations {

    private final JdbcClient db;
    private final Keys keys;
    private final Invitations invitations;
    private final ApplicationEventPublisher facts;

    Organisations(JdbcClient db, Invitations invitations, ApplicationEventPublisher facts) {
        this.db = db;
        this.invitations = invitations;
        this.facts = facts;
        this.keys = new Keys(db);
    }

    /// @throws Refused `directory.organisation.key-taken`
    public OrganisationId register(OrganisationEntry entry) {
        var id = OrganisationId.fresh();
        var key = entry.key() == null ? keys.free("organisation", entry.name()) : entry.key();
        try {
            db.sql("""
                            insert into directory.organisation
                                   (network, id, key, name, area, short_name, website, email, phone, street, postcode, city, note,
                                    free, visibility)
                            values (platform.network(), :id, :key, :name, :area, :short_name, :website, :email, :phone, :street,
                                    :postcode, :city, :note, cast(:free as jsonb), cast(:visibility as jsonb))
                            """)
                    .param("id", id.value())
                    .param("key", key)
                    .params(columns(entry))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("directory.organisation.key-taken", key);
        }
        regroup(id, entry.groups());
        return id;
    }

    /// A card as it stands, with the version to give back on writing.
    public record Known(OrganisationEntry entry, int version) {}

    /// The whole card, unmasked: for forms of those who maintain it, and for writing it anew.
    ///
    /// @throws NotFound when it is not in this network
    @Transactional(readOnly = true)
    public Known entry(OrganisationId id) {
        return db.sql("""
                        select o.*, array(select actor_group::text from directory.organisation_group og
                                           where og.network = o.network and og.organisation = o.id) as groups
                          from directory.organisation o where o.id = ?
                        """)
                .param(id.value())
                .query((row, number) -> new Known(read(row), row.getInt("version")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static OrganisationEntry read(ResultSet row) throws SQLException {
        var fields = new EnumMap<OrganisationField, String>(OrganisationField.class);
        for (var field : OrganisationField.values()) {
            var value = row.getString(field.column());
            if (value != null) fields.put(field, value);
        }
        var area = row.getObject("area", UUID.class);
        return new OrganisationEntry(
                row.getString("key"),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("groups").getArray())
                        .map(UUID::fromString)
                        .map(ActorGroupId::new)
                        .collect(Collectors.toSet()),
                area == null ? null : new AreaId(area),
                fields,
                Json.strings(row.getString("free")),
                Json.strings(row.getString("visibility")).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, it -> Visibility.of(it.getValue()))));
    }

    /// By key, present name, short name or a former name, spelled with or without umlauts; the first that fits.
    @Transactional(readOnly = true)
    public Optional<OrganisationId> called(String words) {
        return db.sql("""
                        select o.id from directory.organisation o
                         where o.key = :words or platform.fold(o.name) = platform.fold(:words)
                            or platform.fold(o.short_name) = platform.fold(:words)
                            or exists (select from directory.organisation_name n
                                        where n.network = o.network and n.organisation = o.id
                                          and platform.fold(n.name) = platform.fold(:words))
                         order by o.key = :words desc, platform.fold(o.name) = platform.fold(:words) desc, o.key limit 1
                        """)
                .param("words", words.strip())
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new);
    }

    /// Writes the whole card anew.
    ///
    /// @param version the one the form was made from
    /// @param renamedOn the day a new name began; null corrects the spelling of the present one
    /// @throws OptimisticLockingFailureException when somebody else was quicker
    public void revise(OrganisationId id, int version, OrganisationEntry entry, @Nullable LocalDate renamedOn) {
        var before = require(id);
        if (renamedOn != null && !before.name().equals(entry.name())) keepName(id, before.name(), renamedOn);
        int rows = db.sql("""
                        update directory.organisation
                           set name = :name, area = :area, short_name = :short_name, website = :website, email = :email,
                               phone = :phone, street = :street, postcode = :postcode, city = :city, note = :note,
                               free = cast(:free as jsonb), visibility = cast(:visibility as jsonb), version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", id.value())
                .param("version", version)
                .params(columns(entry))
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("organisation " + id.value());
        regroup(id, entry.groups());
    }

    /// A new name from a day on; the old one is kept and found (C6.1).
    public void rename(OrganisationId id, String name, LocalDate on) {
        var entry = OrganisationEntry.named(name);
        var before = require(id);
        if (before.name().equals(entry.name())) return;
        keepName(id, before.name(), on);
        db.sql("update directory.organisation set name = ?, version = version + 1 where id = ?")
                .params(entry.name(), id.value())
                .update();
    }

    /// A former name with the days it was in use, for tables and the API.
    public void rememberName(OrganisationId id, String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        require(id);
        if (from != null && to != null && !from.isBefore(to)) throw new Refused("directory.interval.empty");
        db.sql("""
                        insert into directory.organisation_name (network, organisation, name, valid_from, valid_to)
                        values (platform.network(), :id, :name, :from, :to)
                        """)
                .param("id", id.value())
                .param("name", OrganisationEntry.named(name).name())
                .param("from", from)
                .param("to", to)
                .update();
    }

    /// One field of one card, as a cell of the list is edited.
    ///
    /// @param version the one the cell was shown with
    public void correct(OrganisationId id, int version, OrganisationField field, @Nullable String typed) {
        require(id);
        var value = field.clean(typed);
        field.problem(value).ifPresent(problem -> {
            throw new Refused(problem, field.limit());
        });
        // The column is one of the constants of OrganisationField, never what somebody typed.
        int rows = db.sql("update directory.organisation set " + field.column()
                        + " = :value, version = version + 1 where id = :id and version = :version")
                .param("value", value)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("organisation " + id.value());
    }

    public void relocate(OrganisationId id, @Nullable AreaId area) {
        require(id);
        db.sql("update directory.organisation set area = :area, version = version + 1 where id = :id")
                .param("area", area == null ? null : area.value())
                .param("id", id.value())
                .update();
    }

    /// Exactly these groups, no others. Groups that stay are not touched, so that history shows only what changed.
    public void regroup(OrganisationId id, Set<ActorGroupId> groups) {
        var wanted = array(groups.stream().map(ActorGroupId::value).toList());
        db.sql("""
                        delete from directory.organisation_group
                         where organisation = :id and actor_group <> all (cast(:wanted as uuid[]))
                        """).param("id", id.value()).param("wanted", wanted).update();
        db.sql("""
                        insert into directory.organisation_group (network, organisation, actor_group)
                        select platform.network(), :id, wanted from unnest(cast(:wanted as uuid[])) wanted
                        on conflict do nothing
                        """).param("id", id.value()).param("wanted", wanted).update();
    }

    /// Adds one group to many organisations at once.
    ///
    /// @return how many did not have it yet
    public int addGroup(Collection<OrganisationId> organisations, ActorGroupId group) {
        return db.sql("""
                        insert into directory.organisation_group (network, organisation, actor_group)
                        select o.network, o.id, :group from directory.organisation o where o.id = any (cast(:ids as uuid[]))
                        on conflict do nothing
                        """)
                .param("group", group.value())
                .param(
                        "ids",
                        array(organisations.stream().map(OrganisationId::value).toList()))
                .update();
    }

    /// Takes an organisation out with all that hangs on it. It can be taken back as a whole.
    ///
    /// @throws Refused when it is somebody's host or successor, or the office itself
    public void remove(OrganisationId id) {
        var organisation = require(id);
        if (organisation.coordinator()) throw new Refused("directory.organisation.is-office");
        int used = db.sql("select count(*) from directory.organisation where host = :id or successor = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        if (used > 0) throw new Refused("directory.organisation.in-use", organisation.name());
        facts.publishEvent(new OrganisationRemoved(Scope.current().requireNetwork(), id));
        invitations.endFor(id.value());
        // Children first, one by one: a cascade would be kept in an order that cannot be taken back.
        for (var part : PARTS) {
            db.sql("delete from directory." + part).param("id", id.value()).update();
        }
        db.sql("delete from directory.organisation where id = ?")
                .param(id.value())
                .update();
    }

    private static final List<String> PARTS = List.of(
            "membership where organisation = :id",
            "organisation_group where organisation = :id",
            "organisation_name where organisation = :id",
            "umbrella_member where umbrella = :id or member = :id",
            "structure_member where organisation = :id",
            "mandate where organisation = :id",
            "position where organisation = :id");

    private record Present(String name, boolean coordinator) {}

    private Present require(OrganisationId id) {
        return db.sql("select name, coordinator from directory.organisation where id = ? for update")
                .param(id.value())
                .query(Present.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void keepName(OrganisationId id, String name, LocalDate until) {
        var since = db.sql("select max(valid_to) from directory.organisation_name where organisation = ?")
                .param(id.value())
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list()
                .getFirst();
        if (since != null && !since.isBefore(until)) throw new Refused("directory.organisation.renamed-later", since);
        db.sql("""
                        insert into directory.organisation_name (network, organisation, name, valid_from, valid_to)
                        values (platform.network(), :id, :name, :since, :until)
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("since", since)
                .param("until", until)
                .update();
    }

    private static Map<String, ?> columns(OrganisationEntry entry) {
        var values = new java.util.HashMap<String, @Nullable Object>();
        values.put("name", entry.name());
        values.put("area", entry.area() == null ? null : entry.area().value());
        for (var field : OrganisationField.values()) values.put(field.column(), entry.field(field));
        values.put("free", Json.object(entry.free()));
        values.put("visibility", Json.object(words(entry.visibility())));
        return values;
    }

    private static Map<String, String> words(Map<String, Visibility> visibility) {
        return visibility.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().word()));
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }
}
