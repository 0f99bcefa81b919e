package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PasswordRules;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// What is wrong with a password somebody wants to choose, in their language.
@Component
class NewPassword {

    private final PasswordRules rules;
    private final Redirects words;

    NewPassword(PasswordRules rules, Redirects words) {
        this.rules = rules;
        this.words = words;
    }

    Optional<Problem> problem(HttpServletRequest request, String field, String password, String... about) {
        return rules.problem(password, about)
                .map(key -> new Problem(field, words.say(request, key, PasswordRules.SHORTEST, PasswordRules.LONGEST)));
    }

    /// A name is needed, and fits.
    List<Problem> nameProblem(HttpServletRequest request, String name) {
        var fits = !name.isBlank() && name.length() <= 200 && name.chars().noneMatch(Character::isISOControl);
        return fits ? List.of() : List.of(new Problem("name", words.say(request, "access.name.needed")));
    }

    /// One plain address.
    List<Problem> emailProblem(HttpServletRequest request, String email) {
        var fits = email.length() <= 254 && email.strip().matches("[^\\s@,;<>\"()\\[\\]\\\\]+@[A-Za-z0-9.-]+");
        return fits ? List.of() : List.of(new Problem("email", words.say(request, "access.email.invalid")));
    }
}
