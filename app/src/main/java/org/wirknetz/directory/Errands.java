package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wirknetz.access.Visitor;

/// What a room has to say on the page *Heute*: due obligations, ends to come, answers that are waited for.
/// The rooms above implement it; each answer is already allowed and said in the language of the visitor.
public interface Errands {

    /// @param urgency days until it is too late, negative when it already is; the smallest stands first
    /// @param why what it is judged by, and what would make it go away
    record Errand(int urgency, String sentence, String why, String action, String href) {}

    /// Something with a day that asks nothing of anybody, such as a meeting that is prepared.
    ///
    /// @param sentence what, and how it stands
    record Coming(LocalDate day, String sentence, String href) {}

    /// Somebody to call today.
    ///
    /// @param dialled the number as a telephone dials it; empty where none is known
    /// @param why what speaks for it
    /// @param href where the call is noted afterwards
    record Talk(String who, String dialled, String number, String why, String href) {}

    /// Whom to call today, most pressing first.
    ///
    /// @param action leads to all of them
    record Talks(String title, List<Talk> first, String note, String action, String href) {}

    /// At most a handful.
    List<Errand> of(Visitor visitor);

    /// Empty where nobody is to be called, or the visitor calls nobody.
    default Optional<Talks> talks(Visitor visitor) {
        return Optional.empty();
    }

    /// What comes within a week, at most a handful.
    default List<Coming> coming(Visitor visitor) {
        return List.of();
    }
}
