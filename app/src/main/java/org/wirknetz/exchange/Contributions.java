package org.wirknetz.exchange;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.exchange.Contribution.State;
import org.wirknetz.platform.Id;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Give and take (German: *Geben und Nehmen*): enter, confirm, decline, ask no return, correct, withdraw.
@Component
@Transactional
public class Contributions {

    private final ContributionStore store;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Contributions(ContributionStore store, ApplicationEventPublisher facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /// @param receiverSays the receiver enters it, or the office for both: then it needs no confirmation
    /// @throws Refused when an organisation would give to itself, or on a day to come
    public ContributionId enter(UUID giver, UUID receiver, ContributionTerms terms, boolean receiverSays) {
        var entered =
                Contribution.enter(giver, receiver, terms, receiverSays, LocalDate.now(clock), answerOfThisAccount());
        store.add(entered);
        if (entered.state() == State.CONFIRMED) tell(entered);
        return entered.id();
    }

    /// The receiver stands by it. Said twice, it changes nothing.
    public void confirm(ContributionId contribution) {
        answer(contribution, State.CONFIRMED, false);
    }

    /// The receiver says it was not so.
    public void decline(ContributionId contribution) {
        answer(contribution, State.DECLINED, false);
    }

    /// The receiver stands by it, and both know that nothing has to come back.
    public void waive(ContributionId contribution) {
        answer(contribution, State.CONFIRMED, true);
    }

    private void answer(ContributionId contribution, State state, boolean noReturn) {
        var known = store.require(contribution);
        var answered = known.answered(state, noReturn, answerOfThisAccount());
        if (answered == known) return;
        store.save(answered);
        if (state == State.CONFIRMED && known.state() != State.CONFIRMED) tell(answered);
    }

    /// @param version the one that was shown
    /// @param keepsAnswer for the receiver and the office; the giver's correction asks the receiver again
    public void correct(ContributionId contribution, int version, ContributionTerms terms, boolean keepsAnswer) {
        var known = store.require(contribution);
        if (known.version() != version) throw new Refused("platform.changed-meanwhile");
        store.save(known.corrected(terms, keepsAnswer, LocalDate.now(clock)));
    }

    /// Entered by mistake. What the receiver has confirmed, the office alone takes away.
    public void withdraw(ContributionId contribution) {
        store.require(contribution);
        if (!store.remove(contribution)) throw new Refused("exchange.contribution.confirmed-stays");
    }

    /// Whether an organisation gives by law or by task: then nobody is reminded of owing it anything.
    public void structural(UUID organisation, boolean gives) {
        store.structural(organisation, gives);
    }

    private void tell(Contribution confirmed) {
        var terms = confirmed.terms();
        facts.publishEvent(new ContributionConfirmed(
                Scope.current().requireNetwork(),
                confirmed.id(),
                confirmed.giver(),
                confirmed.receiver(),
                Objects.requireNonNullElse(terms.hours(), Objects.requireNonNullElse(terms.effort(), BigDecimal.ONE)),
                terms.givenOn()));
    }

    private Contribution.Answer answerOfThisAccount() {
        return new Contribution.Answer(
                clock.instant(), Scope.current().account().map(Id::value).orElse(null));
    }
}
