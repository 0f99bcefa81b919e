package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.directory.ProfileVariant;
import org.wirknetz.directory.PublicDirectory;
import org.wirknetz.directory.PublicPart;
import org.wirknetz.platform.NotFound;

/// The network's front page for everybody, once the office has opened it.
@Controller
class PublicProfileController {

    private final Desk desk;
    private final ProfilePages pages;
    private final PublicDirectory publicDirectory;

    PublicProfileController(Desk desk, ProfilePages pages, PublicDirectory publicDirectory) {
        this.desk = desk;
        this.pages = pages;
        this.publicDirectory = publicDirectory;
    }

    /// @throws NotFound while it is closed: that there is such a network is nobody's business
    @GetMapping("/n/{network}")
    ModelAndView show(HttpServletRequest request) {
        if (!publicDirectory.isOpen(PublicPart.PROFILE)) throw new NotFound();
        var page = pages.of(ProfileController.sign(request), ProfileVariant.PUBLIC);
        return desk.page("public-profile", page.network(), List.of(), Map.of("page", page));
    }
}
