package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Structures of the region (German: *Gremien, Bündnisse, Programme*): who already meets with whom (C5.2).
@Component
@Transactional
public class Structures {

    private final JdbcClient db;
    private final Keys keys;

    Structures(JdbcClient db) {
        this.db = db;
        this.keys = new Keys(db);
    }

    public StructureId register(StructureEntry entry) {
        var id = StructureId.fresh();
        db.sql("""
                        insert into directory.structure
                               (network, id, key, name, kind, own, topic, area, website, source, valid_from, valid_to)
                        values (platform.network(), :id, :key, :name, :kind, :own, :topic, :area, :website, :source, :from, :to)
                        """)
                .param("id", id.value())
                .param("key", keys.free("structure", entry.name()))
                .params(columns(entry))
                .update();
        return id;
    }

    public void revise(StructureId id, int version, StructureEntry entry) {
        int rows = db.sql("""
                        update directory.structure
                           set name = :name, kind = :kind, own = :own, topic = :topic, area = :area, website = :website,
                               source = :source, valid_from = :from, valid_to = :to, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", id.value())
                .param("version", version)
                .params(columns(entry))
                .update();
        if (rows == 1) return;
        require(id);
        throw new OptimisticLockingFailureException("structure " + id.value());
    }

    private static Map<String, ?> columns(StructureEntry entry) {
        var values = new HashMap<String, @Nullable Object>();
        var area = entry.area();
        values.put("name", entry.name());
        values.put("kind", entry.kind().name());
        values.put("own", entry.own());
        values.put("topic", entry.topic());
        values.put("area", area == null ? null : area.value());
        values.put("website", entry.website());
        values.put("source", entry.source());
        values.put("from", entry.from());
        values.put("to", entry.to());
        return values;
    }

    /// @param role in words, may be empty
    /// @param from the first day; null when it is not known
    public void enrol(StructureId structure, OrganisationId organisation, String role, @Nullable LocalDate from) {
        require(structure);
        if (role.strip().length() > 120) throw new Refused("directory.field.too-long", 120);
        int known = db.sql("""
                        select count(*) from directory.structure_member
                         where structure = ? and organisation = ? and valid_to is null
                        """)
                .params(structure.value(), organisation.value())
                .query(Integer.class)
                .single();
        if (known > 0) throw new Refused("directory.structure.member-known");
        int rows = db.sql("""
                        insert into directory.structure_member (network, structure, organisation, role, valid_from)
                        select platform.network(), :structure, o.id, :role, :from
                          from directory.organisation o where o.id = :organisation
                        """)
                .param("structure", structure.value())
                .param("organisation", organisation.value())
                .param("role", role.isBlank() ? null : role.strip())
                .param("from", from, java.sql.Types.DATE)
                .update();
        if (rows == 0) throw new NotFound();
    }

    /// @param on the first day it no longer belongs
    public void leave(StructureId structure, OrganisationId organisation, LocalDate on) {
        int rows = db.sql("""
                        update directory.structure_member set valid_to = :on
                         where structure = :structure and organisation = :organisation and valid_to is null
                           and (valid_from is null or valid_from < :on)
                        """)
                .param("on", on)
                .param("structure", structure.value())
                .param("organisation", organisation.value())
                .update();
        if (rows == 0) throw new Refused("directory.structure.not-member");
    }

    public void remove(StructureId id) {
        require(id);
        db.sql("delete from directory.structure_member where structure = ?")
                .param(id.value())
                .update();
        db.sql("delete from directory.structure where id = ?").param(id.value()).update();
    }

    private void require(StructureId id) {
        boolean known = db.sql("select exists (select from directory.structure where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
        if (!known) throw new NotFound();
    }
}
