package org.wirknetz.transfer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.transfer.ImportChoices;
import org.wirknetz.transfer.ImportId;
import org.wirknetz.transfer.Imports;
import org.wirknetz.transfer.Reports;
import org.wirknetz.transfer.TransferPermissions;

/// Bringing the lists an office really has.
@Controller
@RequestMapping("/w/{network}/imports")
class ImportsController {

    private final Imports imports;
    private final Reports reports;
    private final TransferPermissions may;
    private final JdbcClient db;
    private final Words words;
    private final Redirects redirects;

    ImportsController(
            Imports imports,
            Reports reports,
            TransferPermissions may,
            JdbcClient db,
            Words words,
            Redirects redirects) {
        this.imports = imports;
        this.reports = reports;
        this.may = may;
        this.db = db;
        this.words = words;
        this.redirects = redirects;
    }

    @GetMapping
    ModelAndView list(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.importLists(visitor));
        return new ModelAndView(
                "transfer/imports",
                Map.of("page", ImportsPage.of(visitor, db), "title", say(request, "transfer.imports.title")));
    }

    @PostMapping
    String upload(Visitor visitor, @RequestParam("file") List<MultipartFile> files) throws IOException {
        Forbidden.unless(may.importLists(visitor));
        var uploads = new ArrayList<Imports.Upload>();
        for (var file : files) {
            if (file.isEmpty()
                    && (file.getOriginalFilename() == null
                            || file.getOriginalFilename().isBlank())) continue;
            var name = file.getOriginalFilename();
            uploads.add(new Imports.Upload(name == null ? "datei" : name, file.getSize(), file.getInputStream()));
        }
        if (uploads.isEmpty()) throw new Refused("transfer.no-file");
        var id = imports.upload(uploads);
        return "redirect:" + visitor.base() + "/imports/" + id.value();
    }

    @GetMapping("/{id}")
    ModelAndView show(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        Forbidden.unless(may.importLists(visitor));
        var known = ImportPage.of(visitor, new ImportId(id), null, db, reports);
        var mapped = known.working() || known.emptied() || known.state().equals("DONE")
                ? known
                : ImportPage.of(visitor, new ImportId(id), imports.recognise(new ImportId(id)), db, reports);
        var title = say(request, "transfer.import.title");
        return new ModelAndView(
                "transfer/import",
                Map.of(
                        "page", mapped,
                        "title", title,
                        "crumbs",
                                List.of(
                                        new Crumb(say(request, "transfer.imports.title"), visitor.base() + "/imports"),
                                        new Crumb(title, ""))));
    }

    /// Asked every second while the work goes on; answers with the whole page's address when it is done.
    @GetMapping("/{id}/progress")
    Object progress(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        Forbidden.unless(may.importLists(visitor));
        var page = ImportPage.of(visitor, new ImportId(id), null, db, reports);
        if (page.working()) return new ModelAndView("transfer/import-progress", Map.of("page", page));
        // A browser follows a redirect before htmx sees it, and would put the whole page into the progress bar.
        if (request.getHeader("HX-Request") != null)
            return ResponseEntity.noContent().header("HX-Redirect", page.path()).build();
        return "redirect:" + page.path();
    }

    @PostMapping("/{id}/mapping")
    String map(Visitor visitor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Forbidden.unless(may.importLists(visitor));
        var wanted = new ImportId(id);
        var mapping = MappingForm.read(imports.recognise(wanted), typed);
        if (typed.containsKey("show")) imports.show(wanted, mapping);
        else imports.map(wanted, mapping);
        return "redirect:" + visitor.base() + "/imports/" + id;
    }

    @PostMapping("/{id}/run")
    String run(Visitor visitor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Forbidden.unless(may.importLists(visitor));
        imports.run(
                new ImportId(id),
                new ImportChoices(
                        pairs(typed, "twin"),
                        pairs(typed, "group"),
                        pairs(typed, "cell").keySet()));
        return "redirect:" + visitor.base() + "/imports/" + id;
    }

    /// What `twin-0` says of `twin-key-0`, and so on; nothing where no choice was made.
    private static Map<String, String> pairs(MultiValueMap<String, String> typed, String name) {
        var pairs = new HashMap<String, String>();
        for (int number = 0; typed.containsKey(name + "-key-" + number); number++) {
            var choice = typed.getFirst(name + "-" + number);
            var key = typed.getFirst(name + "-key-" + number);
            if (key != null && choice != null && !choice.isEmpty()) pairs.put(key, choice);
        }
        return pairs;
    }

    @PostMapping("/{id}/cancellation")
    String cancel(Visitor visitor, @PathVariable UUID id) {
        Forbidden.unless(may.importLists(visitor));
        imports.cancel(new ImportId(id));
        return "redirect:" + visitor.base() + "/imports/" + id;
    }

    @PostMapping("/{id}/removal")
    String discard(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        Forbidden.unless(may.importLists(visitor));
        imports.discard(new ImportId(id));
        return redirects.told(request, visitor.base() + "/imports", "transfer.import.removed");
    }

    private String say(HttpServletRequest request, String key) {
        return words.say(Words.closest(RequestContextUtils.getLocale(request)), key);
    }
}
