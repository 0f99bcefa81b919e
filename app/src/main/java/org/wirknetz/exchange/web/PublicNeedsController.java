package org.wirknetz.exchange.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.directory.PublicDirectory;
import org.wirknetz.platform.NotFound;

/// What the region needs, for everybody: how many organisations need what, never which (C14.1).
///
/// The database counts and holds the threshold back; this page sees no need at all. Closed together with the public
/// directory: a network that shows nothing of itself shows no needs either.
@Controller
public class PublicNeedsController {

    /// The least number of organisations behind a public figure: the minimum of the official statistics (domain 6.4).
    private static final int THRESHOLD = 3;

    private final JdbcClient db;
    private final ExchangeDesk desk;
    private final PublicDirectory open;

    PublicNeedsController(JdbcClient db, ExchangeDesk desk, PublicDirectory open) {
        this.db = db;
        this.desk = desk;
        this.open = open;
    }

    /// @param organisations how many need it, at least the threshold
    public record Need(UUID term, String label, long organisations) {}

    @GetMapping("/n/{network}/needs")
    ModelAndView list() {
        if (!open.isOpen()) throw new NotFound();
        var needs = db.sql("select term, label, organisations from exchange.public_needs(:today, :threshold)")
                .param("today", desk.today())
                .param("threshold", THRESHOLD)
                .query(Need.class)
                .list();
        return desk.page(
                "public-needs",
                desk.say("exchange.public.title"),
                List.of(),
                Map.of("needs", needs, "threshold", THRESHOLD));
    }
}
