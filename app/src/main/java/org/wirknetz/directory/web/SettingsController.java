package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.ActorGroupId;
import org.wirknetz.directory.ActorGroups;
import org.wirknetz.directory.AreaId;
import org.wirknetz.directory.Areas;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.Outlines;
import org.wirknetz.directory.PublicDirectory;
import org.wirknetz.directory.PublicPart;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;

/// What the office sets up for its directory: actor groups, areas, whether there is a public one.
@Controller
class SettingsController {

    private final Desk desk;
    private final DirectoryPermissions may;
    private final ActorGroups groups;
    private final Areas areas;
    private final PublicDirectory publicDirectory;
    private final Choices choices;
    private final Redirects redirects;

    SettingsController(
            Desk desk,
            DirectoryPermissions may,
            ActorGroups groups,
            Areas areas,
            PublicDirectory publicDirectory,
            Choices choices,
            Redirects redirects) {
        this.desk = desk;
        this.may = may;
        this.groups = groups;
        this.areas = areas;
        this.publicDirectory = publicDirectory;
        this.choices = choices;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/settings/directory")
    ModelAndView show(Visitor visitor) {
        Forbidden.unless(may.maintainAll(visitor));
        return desk.page(
                "settings",
                desk.say("directory.settings.title"),
                List.of(
                        new Crumb(desk.say("room.administration"), visitor.base() + "/members"),
                        Desk.here(desk.say("directory.settings.title"))),
                Map.of(
                        "groups", groups.all(),
                        "areas", areas.all(),
                        "districts", Choices.orNothing(desk.say("directory.area.is-district"), choices.areas(null)),
                        "open", publicDirectory.isOpen()));
    }

    @PostMapping("/w/{network}/settings/directory/groups")
    String addGroup(
            Visitor visitor,
            @RequestParam String key,
            @RequestParam String nameDe,
            @RequestParam(defaultValue = "") String nameEn,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        groups.add(key, nameDe, nameEn);
        return saved(visitor, request, "groups");
    }

    @PostMapping("/w/{network}/settings/directory/groups/{id}")
    String reviseGroup(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String nameDe,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "false") boolean funds,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        groups.revise(new ActorGroupId(id), version, nameDe, nameEn, funds);
        return saved(visitor, request, "groups");
    }

    /// One place up in the list.
    @PostMapping("/w/{network}/settings/directory/groups/{id}/rise")
    String raiseGroup(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        var order = new java.util.ArrayList<>(
                groups.all().stream().map(ActorGroups.Group::groupId).toList());
        int at = order.indexOf(new ActorGroupId(id));
        if (at < 0) throw new org.wirknetz.platform.NotFound();
        if (at > 0) java.util.Collections.swap(order, at, at - 1);
        groups.order(order);
        return saved(visitor, request, "groups");
    }

    @PostMapping("/w/{network}/settings/directory/groups/{id}/removal")
    String removeGroup(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        groups.remove(new ActorGroupId(id));
        return saved(visitor, request, "groups");
    }

    @PostMapping("/w/{network}/settings/directory/areas")
    String addArea(
            Visitor visitor,
            @RequestParam String key,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable UUID parent,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        areas.add(key, name, parent == null ? null : new AreaId(parent));
        return saved(visitor, request, "areas");
    }

    @PostMapping("/w/{network}/settings/directory/areas/{id}")
    String renameArea(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String name,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        areas.rename(new AreaId(id), version, name);
        return saved(visitor, request, "areas");
    }

    @PostMapping("/w/{network}/settings/directory/areas/{id}/removal")
    String removeArea(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        areas.remove(new AreaId(id));
        return saved(visitor, request, "areas");
    }

    @PostMapping("/w/{network}/settings/directory/outlines")
    String draw(Visitor visitor, @RequestParam MultipartFile file, HttpServletRequest request) throws IOException {
        Forbidden.unless(may.maintainAll(visitor));
        if (file.getSize() > Outlines.MOST_BYTES) {
            throw new Refused("directory.geojson.too-big", Outlines.MOST_BYTES / 1_000_000);
        }
        int drawn = areas.draw(Outlines.read(file.getBytes()));
        return redirects.done(request, visitor.base() + "/settings/directory#areas", "directory.area.drawn", drawn);
    }

    @PostMapping("/w/{network}/settings/directory/public")
    String open(Visitor visitor, @RequestParam(defaultValue = "false") boolean open, HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        if (open) publicDirectory.open(PublicPart.PARTNERS);
        else publicDirectory.close(PublicPart.PARTNERS);
        return saved(visitor, request, "public");
    }

    private String saved(Visitor visitor, HttpServletRequest request, String part) {
        return redirects.done(request, visitor.base() + "/settings/directory#" + part, "directory.settings.saved");
    }
}
