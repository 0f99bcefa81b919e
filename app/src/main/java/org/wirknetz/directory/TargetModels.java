package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.NetworkTemplates;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Target constellations (German: *Sollbild*, *Soll-Liste*): whom the network needs. A changed one is a new version
/// from a
/// day on; what was decided before stays and is what earlier days are measured by.
@Component
@Transactional
public class TargetModels {

    private final JdbcClient db;
    private final ActorGroups groups;
    private final NetworkTemplates templates;
    private final Fillers fillers;

    TargetModels(JdbcClient db, ActorGroups groups, NetworkTemplates templates) {
        this.db = db;
        this.groups = groups;
        this.templates = templates;
        this.fillers = new Fillers(db);
    }

    /// @param area where the role has to be filled; null for anywhere in the region
    public record Role(ActorGroupId group, @Nullable AreaId area, int minimum, double weight) {}

    public record Model(
            UUID id,
            String name,
            int number,
            LocalDate validFrom,
            @Nullable String source) {}

    @Transactional(readOnly = true)
    public List<Model> versions() {
        return db.sql("select id, name, number, valid_from, source from directory.target_model order by number desc")
                .query(Model.class)
                .list();
    }

    /// The version that holds on a day: the latest begun.
    @Transactional(readOnly = true)
    public Optional<Model> inForce(LocalDate on) {
        return db.sql("""
                        select id, name, number, valid_from, source from directory.target_model
                         where valid_from <= ? order by number desc limit 1
                        """).param(on).query(Model.class).optional();
    }

    /// A new version from a day on.
    ///
    /// @param basis number of the version that was shown when it was written; 0 where there was none
    /// @throws OptimisticLockingFailureException when somebody else has decided meanwhile
    /// @throws Refused when a later version exists, a role appears twice or has no minimum or weight
    public TargetModelId decide(int basis, String name, LocalDate from, @Nullable String source, List<Role> roles) {
        if (name.isBlank() || name.strip().length() > 200) throw new Refused("directory.target.name");
        if (roles.isEmpty()) throw new Refused("directory.target.empty");
        var seen = new HashSet<String>();
        for (var role : roles) {
            if (role.minimum() < 1 || role.minimum() > 1000) throw new Refused("directory.target.minimum");
            if (!(role.weight() > 0) || role.weight() > 1000) throw new Refused("directory.target.weight");
            if (!seen.add(role.group() + "|" + role.area())) throw new Refused("directory.target.twice");
        }
        if (latestNumber() != basis) throw new OptimisticLockingFailureException("target constellation " + basis);
        var latest = db.sql("select max(valid_from) from directory.target_model")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
        if (latest.isPresent() && latest.get().isAfter(from)) throw new Refused("directory.target.later", latest.get());
        var id = TargetModelId.fresh();
        db.sql("""
                        insert into directory.target_model (network, id, name, number, valid_from, source)
                        select platform.network(), :id, :name, coalesce(max(number), 0) + 1, :from, :source
                          from directory.target_model
                        """)
                .param("id", id.value())
                .param("name", name.strip())
                .param("from", from)
                .param("source", source)
                .update();
        roles.forEach(role -> add(id, role));
        return id;
    }

    private int latestNumber() {
        return db.sql("select coalesce(max(number), 0) from directory.target_model")
                .query(Integer.class)
                .single();
    }

    private void add(TargetModelId model, Role role) {
        var area = role.area();
        int rows = db.sql("""
                        insert into directory.target_role (network, model, actor_group, area, minimum, weight)
                        select platform.network(), :model, g.id, :area, :minimum, :weight
                          from directory.actor_group g where g.id = :group
                        """)
                .param("model", model.value())
                .param("group", role.group().value())
                .param("area", area == null ? null : area.value(), java.sql.Types.OTHER)
                .param("minimum", role.minimum())
                .param("weight", role.weight())
                .update();
        if (rows == 0) throw new NotFound();
    }

    /// What a template holds: its actor groups, as far as they are missing, and its target constellation as a first
    /// version.
    ///
    /// @throws Refused `directory.target.known` when the network has decided one already
    public void adopt(String template, LocalDate from, Locale locale) {
        var found = templates.byKey(template).orElseThrow(NotFound::new);
        if (!versions().isEmpty()) throw new Refused("directory.target.known");
        for (var group : found.groups()) {
            if (groups.called(group.key()).isEmpty()) groups.add(group.key(), group.de(), group.en());
        }
        var roles = found.target().roles().stream()
                .map(role -> new Role(
                        groups.called(role.group()).orElseThrow(NotFound::new), null, role.minimum(), role.weight()))
                .toList();
        var target = found.target();
        var source = found.source();
        decide(
                latestNumber(),
                locale.equals(Locale.ENGLISH) ? target.en() : target.de(),
                from,
                source.length() > 300 ? source.substring(0, 299) + "…" : source,
                roles);
    }

    /// How complete the network was on a day, by the version that held then; empty before the first.
    @Transactional(readOnly = true)
    public Optional<Completeness> completeness(LocalDate on, Locale locale) {
        return inForce(on).map(model -> new Completeness(fillers.of(model.id(), on, locale)));
    }
}
