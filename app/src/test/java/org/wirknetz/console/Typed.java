package org.wirknetz.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.wirknetz.Wirknetz;

/// What came of a line typed at the console.
record Typed(int code, String out, String err) {

    static Typed german(String... arguments) {
        return in(Locale.GERMAN, arguments);
    }

    static Typed in(Locale language, String... arguments) {
        var before = Locale.getDefault();
        var out = new StringWriter();
        var err = new StringWriter();
        try {
            Locale.setDefault(language);
            var line = Console.line(Wirknetz.class, language)
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err));
            return new Typed(line.execute(arguments), out.toString(), err.toString());
        } finally {
            Locale.setDefault(before);
        }
    }
}
