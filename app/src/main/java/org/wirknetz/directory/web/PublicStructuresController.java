package org.wirknetz.directory.web;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.directory.PublicDirectory;
import org.wirknetz.directory.PublicPart;
import org.wirknetz.platform.NotFound;

/// The map of the region's structures for everybody, once the office has opened it.
@Controller
class PublicStructuresController {

    private final JdbcClient db;
    private final Desk desk;
    private final PublicDirectory publicDirectory;

    PublicStructuresController(JdbcClient db, Desk desk, PublicDirectory publicDirectory) {
        this.db = db;
        this.desk = desk;
        this.publicDirectory = publicDirectory;
    }

    /// @throws NotFound while it is closed
    @GetMapping("/n/{network}/structures")
    ModelAndView show() {
        if (!publicDirectory.isOpen(PublicPart.STRUCTURES)) throw new NotFound();
        return desk.page(
                "public-structures",
                desk.say("directory.structures.title"),
                List.of(),
                Map.of("page", PublicStructures.of(db, desk.today())));
    }
}
