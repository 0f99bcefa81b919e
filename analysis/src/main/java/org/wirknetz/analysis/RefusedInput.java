package org.wirknetz.analysis;

import java.util.List;

/// Input that cannot be measured, said in one English sentence, with the reason and the values in it for
/// whoever wants to say it in another language.
public final class RefusedInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /// Why the input was refused; the words in `values()` fill its sentence in the order given here.
    public enum Reason {
        BLANK_KEY("A node has no key."),
        REPEATED_NODE("The node \"%s\" is listed twice."),
        UNKNOWN_NODE("The tie from \"%s\" to \"%s\" names \"%s\", which is not among the nodes."),
        NOT_A_NODE("\"%s\" is not among the nodes."),
        NOT_OF_MODE("\"%s\" is not among the %s."),
        LOOP("The tie from \"%s\" to \"%s\" leads back to the same node."),
        REPEATED_TIE("The tie from \"%s\" to \"%s\" is listed twice."),
        BAD_STRENGTH("The tie from \"%s\" to \"%s\" has the strength %s; a strength is a number from 1e-100 to 1e100."),
        BAD_NUMBER("%s is %s; it must be a finite number of at least %s."),
        OUT_OF_RANGE("%s is %s; it must be between %s and %s."),
        DATES_REVERSED("The interval of %s ends on %s, before it begins on %s."),
        SILENT_ANSWER("\"%s\" is not among those who answered, but names %s others."),
        FOREIGN_PARTITION("The partition has %s nodes and the network %s; it is a partition of another network."),
        BAD_LINE("Line %s is not two whole numbers."),
        TOO_LARGE("The network has %s ties; at most %s fit."),
        TOO_MANY_WAYS("Between two nodes there are more than %s equally short ways."),
        TOO_LONG("The file has %s bytes; at most %s fit.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;
    private final List<String> values;

    public RefusedInput(Reason reason, Object... values) {
        super(reason.sentence.formatted(values));
        this.reason = reason;
        this.values = java.util.Arrays.stream(values).map(String::valueOf).toList();
    }

    public Reason reason() {
        return reason;
    }

    public List<String> values() {
        return values;
    }
}
