package org.wirknetz.journal.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.journal.Call;
import org.wirknetz.platform.web.Desk;

/// Why somebody should be called, said in sentences.
@Component
class CallWords {

    private final Desk desk;

    CallWords(Desk desk) {
        this.desk = desk;
    }

    List<String> reasons(Call call) {
        return call.reasons(desk.today()).stream().map(it -> say(call, it)).toList();
    }

    private String say(Call call, Call.Reason reason) {
        return switch (reason) {
            case DUE -> desk.say("journal.reason.DUE", text(call.due()), day(call.dueOn()), call.more());
            case NEWCOMER -> desk.say("journal.reason.NEWCOMER", day(call.joined()));
            case SUCCESSOR -> desk.say("journal.reason.SUCCESSOR", text(call.person()), day(call.personSince()));
            case SILENCE -> desk.say("journal.reason.SILENCE", call.silence(desk.today()), call.rhythm());
            case NEVER -> desk.say("journal.reason.NEVER", call.rhythm());
        };
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "" : desk.date(day);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
