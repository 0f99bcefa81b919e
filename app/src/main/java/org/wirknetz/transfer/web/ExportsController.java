package org.wirknetz.transfer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.access.Recently;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.WorkFolder;
import org.wirknetz.platform.web.NetworkSign;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.transfer.Archive;
import org.wirknetz.transfer.NetworkCalendar;
import org.wirknetz.transfer.NetworkExport;
import org.wirknetz.transfer.TransferPermissions;
import org.wirknetz.transfer.VisitingCards;

/// Everything out again, in open formats; and a whole network in.
@Controller
@RequestMapping("/w/{network}/exports")
class ExportsController {

    private final NetworkExport export;
    private final VisitingCards cards;
    private final NetworkCalendar calendar;
    private final Archive archive;
    private final TransferPermissions may;
    private final Words words;
    private final Redirects redirects;
    private final Clock clock;
    private final Recently recently;
    private final WorkFolder work;

    ExportsController(
            NetworkExport export,
            VisitingCards cards,
            NetworkCalendar calendar,
            Archive archive,
            TransferPermissions may,
            Words words,
            Redirects redirects,
            Clock clock,
            Recently recently,
            WorkFolder work) {
        this.work = work;
        this.recently = recently;
        this.export = export;
        this.cards = cards;
        this.calendar = calendar;
        this.archive = archive;
        this.may = may;
        this.words = words;
        this.redirects = redirects;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.exportNetwork(visitor));
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        var title = words.say(locale, "transfer.exports.title");
        return new ModelAndView("transfer/exports", Map.of("base", visitor.base(), "title", title));
    }

    @GetMapping("/tables.xlsx")
    void xlsx(Visitor visitor, HttpServletResponse response) throws IOException {
        send(
                visitor,
                response,
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                export::xlsx);
    }

    @GetMapping("/tables.zip")
    void csv(Visitor visitor, HttpServletResponse response) throws IOException {
        send(visitor, response, "csv.zip", "application/zip", export::csv);
    }

    @GetMapping("/cards.vcf")
    void cards(Visitor visitor, HttpServletResponse response) throws IOException {
        send(visitor, response, "vcf", "text/vcard;charset=utf-8", cards::write);
    }

    @GetMapping("/calendar.ics")
    void calendar(
            Visitor visitor,
            @RequestAttribute("org.wirknetz.platform.web.NetworkSign") NetworkSign sign,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        send(visitor, response, "ics", "text/calendar;charset=utf-8", out -> calendar.write(out, sign.name(), locale));
    }

    @GetMapping("/network.zip")
    void archive(Visitor visitor, HttpServletResponse response) throws IOException {
        send(visitor, response, "wirknetz.zip", "application/zip", archive::write);
    }

    @PostMapping("/network")
    String read(Visitor visitor, @RequestParam("file") MultipartFile file, HttpServletRequest request)
            throws IOException {
        Forbidden.unless(may.importLists(visitor));
        if (file.isEmpty()) throw new Refused("transfer.no-file");
        long rows = archive.read(file.getInputStream());
        return redirects.done(request, visitor.base(), "transfer.archive.read", rows);
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /// Through a file: whoever reads slowly holds no connection to the database meanwhile.
    private void send(Visitor visitor, HttpServletResponse response, String ending, String type, Writing writing)
            throws IOException {
        Forbidden.unless(may.exportNetwork(visitor));
        recently.require(visitor.base() + "/exports");
        var folder = work.fresh("export");
        try {
            var file = folder.resolve("export");
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                writing.to(out);
            }
            response.setContentType(type);
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(visitor.slug() + "-" + LocalDate.now(clock) + "." + ending)
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            WorkFolder.remove(folder);
        }
    }
}
