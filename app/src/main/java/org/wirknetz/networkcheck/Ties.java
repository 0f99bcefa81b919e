package org.wirknetz.networkcheck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Id;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Declared ties (German: *Verbindungen*) of the network in scope: declare, confirm, correct, end, withdraw.
@Component
@Transactional
public class Ties {

    private static final int AT_ONCE = 1000;

    private final TieStore store;
    private final Clock clock;

    Ties(TieStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @throws Refused when it joins an organisation to itself, says the same as another tie of the same
    /// days, or is of
    ///     a kind this network does not know
    public TieId declare(NewTie wanted) {
        requireKnown(Set.of(wanted.terms().kind()));
        var tie = Tie.declare(wanted, clock.instant(), account());
        store.add(List.of(tie));
        return tie.id();
    }

    /// Many at once, as an import brings them; kinds nobody has heard of become kinds of this network.
    ///
    /// @return how many
    /// @throws Refused as above; then none is stored
    public int declareAll(List<NewTie> wanted) {
        var known = keys();
        wanted.stream()
                .map(it -> it.terms().kind())
                .distinct()
                .filter(it -> !known.contains(it))
                .forEach(it -> store.nameKind(it, it));
        var ties = new ArrayList<Tie>();
        for (var one : wanted) {
            ties.add(Tie.declare(one, clock.instant(), account()));
            if (ties.size() == AT_ONCE) {
                store.add(ties);
                ties.clear();
            }
        }
        if (!ties.isEmpty()) store.add(ties);
        return wanted.size();
    }

    /// The organisation stands by the tie. Said twice, it changes nothing.
    public void confirm(TieId tie, UUID organisation) {
        var known = store.require(tie);
        var confirmed = known.confirm(organisation, clock.instant(), account());
        if (!confirmed.equals(known)) store.save(confirmed);
    }

    /// @param version the one that was shown
    /// @param side the organisation that corrects, whose word stays; null for the office, which keeps both words
    public void correct(TieId tie, int version, TieTerms terms, @Nullable UUID side) {
        requireKnown(Set.of(terms.kind()));
        var known = store.require(tie);
        if (known.version() != version) throw new Refused("platform.changed-meanwhile");
        store.save(known.correct(terms, side));
    }

    /// @param day the first on which the tie is no more
    public void end(Collection<TieId> ties, LocalDate day) {
        // Sorted, so that two people ending the same ties cannot lock each other out.
        ties.stream()
                .sorted(java.util.Comparator.comparing(TieId::value))
                .forEach(tie -> store.save(store.require(tie).end(day)));
    }

    /// It was entered by mistake and never was. What was and is over is ended instead.
    public void withdraw(TieId tie) {
        store.require(tie);
        store.remove(tie);
    }

    public List<TieKind> kinds() {
        return store.kinds();
    }

    private void requireKnown(Set<String> kinds) {
        var known = keys();
        for (var kind : kinds) if (!known.contains(kind)) throw new Refused("networkcheck.tie.kind-unknown", kind);
    }

    private Set<String> keys() {
        return store.kinds().stream().map(TieKind::key).collect(Collectors.toSet());
    }

    private static @Nullable UUID account() {
        return Scope.current().account().map(Id::value).orElse(null);
    }
}
