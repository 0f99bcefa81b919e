package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.NetworkProfile;
import org.wirknetz.directory.ProfileVariant;
import org.wirknetz.directory.PublicDirectory;
import org.wirknetz.directory.PublicPart;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.NetworkSign;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// The network's profile on one page (C2.4): for partners, for funders, and as everybody reads it. The office writes
/// purpose and region and decides which pages are open to everybody.
@Controller
class ProfileController {

    private final Desk desk;
    private final DirectoryPermissions may;
    private final NetworkProfile profile;
    private final ProfilePages pages;
    private final PublicDirectory publicDirectory;
    private final Redirects redirects;

    ProfileController(
            Desk desk,
            DirectoryPermissions may,
            NetworkProfile profile,
            ProfilePages pages,
            PublicDirectory publicDirectory,
            Redirects redirects) {
        this.desk = desk;
        this.may = may;
        this.profile = profile;
        this.pages = pages;
        this.publicDirectory = publicDirectory;
        this.redirects = redirects;
    }

    static NetworkSign sign(HttpServletRequest request) {
        return (NetworkSign) Objects.requireNonNull(request.getAttribute(NetworkSign.class.getName()));
    }

    @GetMapping("/w/{network}/profile")
    ModelAndView show(Visitor visitor, @RequestParam(defaultValue = "") String variant, HttpServletRequest request) {
        Forbidden.unless(may.readOrganisations(visitor));
        return desk.page(
                "profile",
                desk.say("directory.profile.title"),
                List.of(desk.partners(visitor), Desk.here(desk.say("directory.profile.title"))),
                Map.of(
                        "page",
                        pages.of(sign(request), ProfileVariant.of(visitor, variant)),
                        "office",
                        may.maintainAll(visitor),
                        "open",
                        may.maintainAll(visitor) ? publicDirectory.openParts() : java.util.Set.of()));
    }

    @GetMapping("/w/{network}/profile/edit")
    ModelAndView edit(Visitor visitor) {
        Forbidden.unless(may.maintainAll(visitor));
        return form(visitor, profile.text(), List.of());
    }

    private ModelAndView form(Visitor visitor, NetworkProfile.Text text, List<Problem> problems) {
        return desk.page(
                "profile-form",
                desk.say("directory.profile.edit"),
                List.of(
                        desk.partners(visitor),
                        new Crumb(desk.say("directory.profile.title"), visitor.base() + "/profile"),
                        Desk.here(desk.say("directory.profile.edit"))),
                Map.of("text", text, "problems", problems));
    }

    @PostMapping("/w/{network}/profile")
    Object write(
            Visitor visitor,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String purposeEn,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String regionEn,
            @RequestParam(defaultValue = "0") int version,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        var text = new NetworkProfile.Text(purpose, purposeEn, region, regionEn, version);
        var problems = new ArrayList<Problem>();
        tooLong(problems, "purpose", purpose, NetworkProfile.LONGEST_PURPOSE);
        tooLong(problems, "purposeEn", purposeEn, NetworkProfile.LONGEST_PURPOSE);
        tooLong(problems, "region", region, NetworkProfile.LONGEST_REGION);
        tooLong(problems, "regionEn", regionEn, NetworkProfile.LONGEST_REGION);
        if (!problems.isEmpty()) return desk.again(form(visitor, text, problems));
        profile.write(text);
        return redirects.done(request, visitor.base() + "/profile", "directory.profile.saved");
    }

    private void tooLong(List<Problem> problems, String field, String typed, int most) {
        if (typed.strip().replace("\r\n", "\n").length() > most) {
            problems.add(new Problem(field, desk.say("directory.field.too-long", most)));
        }
    }

    /// Opens a page to everybody, or closes it again.
    @PostMapping("/w/{network}/profile/public")
    String open(
            Visitor visitor,
            @RequestParam String part,
            @RequestParam(defaultValue = "false") boolean open,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        var page = Arrays.stream(PublicPart.values())
                .filter(it -> it.name().equals(part))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (open) publicDirectory.open(page);
        else publicDirectory.close(page);
        return redirects.done(
                request,
                visitor.base() + "/profile#public",
                open ? "directory.profile.opened" : "directory.profile.closed",
                desk.say("directory.profile.open." + page.name()));
    }
}
