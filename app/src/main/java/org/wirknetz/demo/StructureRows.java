package org.wirknetz.demo;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.wirknetz.demo.Rows.Cells;

/// Structures of the region and target constellations of one demo network in the tables of the directory.
record StructureRows(Rows rows, DirectoryIds ids, DemoNetwork network) {

    void write() {
        structures();
        targets();
    }

    private void structures() {
        var structures = network.structures().stream()
                .collect(Collectors.toMap(DemoNetwork.Structure::key, DemoNetwork.Structure::id));
        rows.into(
                "directory.structure",
                network.structures(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("key", it.key())
                        .with("name", it.name())
                        .with("kind", it.kind())
                        .with("own", it.own())
                        .with("topic", String.join(", ", it.topics()))
                        .with("area", ids.areaOrNull(it.area()))
                        .with("source", it.source())
                        .during(it.term()));
        rows.into(
                "directory.structure_member",
                network.structureMembers(),
                it -> new Cells()
                        .with("id", ids.row("sits/" + it.structure() + "/" + it.organisation()))
                        .with("structure", structures.get(it.structure()))
                        .with("organisation", ids.organisation(it.organisation()))
                        .during(it.term()));
    }

    private void targets() {
        var models = network.targets().stream()
                .sorted(Comparator.comparing(it -> it.term().from()))
                .toList();
        rows.into(
                "directory.target_model",
                models,
                it -> new Cells()
                        .with("id", it.id())
                        .with("name", it.name())
                        .with("number", models.indexOf(it) + 1)
                        .with("valid_from", it.term().from()));
        for (var model : models)
            rows.into(
                    "directory.target_role",
                    model.roles(),
                    it -> new Cells()
                            .with("id", ids.row("role/" + model.id() + "/" + it.group() + "/" + it.area()))
                            .with("model", model.id())
                            .with("actor_group", ids.group(it.group()))
                            .with("area", ids.areaOrNull(it.area()))
                            .with("minimum", it.minimum())
                            .with("weight", it.weight()));
    }
}
