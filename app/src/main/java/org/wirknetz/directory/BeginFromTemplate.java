package org.wirknetz.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.NetworkFounded;
import org.wirknetz.access.NetworkTemplate;
import org.wirknetz.access.NetworkTemplates;
import org.wirknetz.platform.NotFound;

/// A new network begins with the actor groups and the target list of its template. Heard inside the founding,
/// since the
/// person expects them on the next page; told again, it changes nothing.
@Component
class BeginFromTemplate {

    private final JdbcClient db;
    private final NetworkTemplates templates;
    private final Clock clock;

    BeginFromTemplate(JdbcClient db, NetworkTemplates templates, Clock clock) {
        this.db = db;
        this.templates = templates;
        this.clock = clock;
    }

    @EventListener
    void on(NetworkFounded founded) {
        var template = templates.byKey(founded.template()).orElseThrow(NotFound::new);
        var network = founded.network().value();
        var position = 0;
        for (var group : template.groups()) {
            db.sql("""
                            insert into directory.actor_group (network, key, name_de, name_en, funds, position)
                            values (?, ?, ?, ?, ?, ?) on conflict (network, key) do nothing
                            """)
                    .params(network, group.key(), group.de(), group.en(), ActorGroups.funds(group.key()), ++position)
                    .update();
        }
        var model = UUID.randomUUID();
        var begun = db.sql("""
                        insert into directory.target_model (network, id, name, number, valid_from, source)
                        values (?, ?, ?, 1, ?, ?) on conflict (network, number) do nothing
                        """)
                .params(
                        network,
                        model,
                        template.target().de(),
                        LocalDate.now(clock),
                        template.source()
                                .substring(0, Math.min(300, template.source().length())))
                .update();
        if (begun == 1) template.target().roles().forEach(role -> want(network, model, role));
    }

    private void want(UUID network, UUID model, NetworkTemplate.TargetRole role) {
        db.sql("""
                        insert into directory.target_role (network, model, actor_group, minimum, weight)
                        select ?, ?, id, ?, ? from directory.actor_group where network = ? and key = ?
                        """)
                .params(network, model, role.minimum(), role.weight(), network, role.group())
                .update();
    }
}
