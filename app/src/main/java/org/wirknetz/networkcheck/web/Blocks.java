package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.networkcheck.web.CheckPage.Block;

/// Says the findings: for each measure the sentence, the value its size allows, and what is behind it.
record Blocks(Telling telling) {

    List<Block> all() {
        var blocks = new ArrayList<Block>();
        var asOf = telling.found().snapshot().asOf();
        if (!telling.chronicle().targetsOn(asOf).isEmpty()) blocks.add(new WhoIsThere(telling).completeness());
        var connected = new HowConnected(telling);
        blocks.add(connected.cohesion());
        blocks.add(connected.ways());
        blocks.add(new WhoStandsTogether(telling).circles());
        var hangs = new WhatItHangsOn(telling);
        blocks.add(hangs.cutPoints());
        blocks.add(hangs.bridges());
        blocks.add(new HowSure(telling).words());
        return List.copyOf(blocks);
    }
}
