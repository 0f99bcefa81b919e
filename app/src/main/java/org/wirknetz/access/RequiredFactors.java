package org.wirknetz.access;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;

/// Which roles of the network in scope must have a second factor.
@Component
@Transactional
public class RequiredFactors {

    private final JdbcClient db;

    RequiredFactors(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        db.sql("select role from access.required_factor where network = platform.network()")
                .query(String.class)
                .list()
                .forEach(it -> roles.add(Role.valueOf(it)));
        return roles;
    }

    /// @param shown what stood on the page that was changed
    /// @throws Refused when it has been decided otherwise meanwhile
    public void decide(Set<Role> shown, Set<Role> wanted) {
        db.sql("select id from access.network where id = platform.network() for update")
                .query((row, n) -> true)
                .list();
        if (!roles().equals(shown)) throw new Refused("platform.changed-meanwhile");
        for (var role : Role.values()) {
            if (wanted.contains(role) && !shown.contains(role)) {
                db.sql("insert into access.required_factor (network, role) values (platform.network(), ?)")
                        .param(role.name())
                        .update();
            } else if (!wanted.contains(role) && shown.contains(role)) {
                db.sql("delete from access.required_factor where network = platform.network() and role = ?")
                        .param(role.name())
                        .update();
            }
        }
    }
}
