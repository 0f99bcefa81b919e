package org.wirknetz.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Seats (German: *Zugänge*) of the network in scope: who has one, changing the role, taking it away.
@Component
@Transactional
public class Seats {

    private final JdbcClient db;
    private final Tokens tokens;
    private final SecurityLog log;

    Seats(JdbcClient db, Tokens tokens, SecurityLog log) {
        this.db = db;
        this.tokens = tokens;
        this.log = log;
    }

    public record Seat(
            UUID id,
            UUID account,
            String name,
            String email,
            boolean disabled,
            String locale,
            String role,
            @Nullable UUID organisation,
            Instant createdAt) {
        public Role as() {
            return Role.valueOf(role);
        }
    }

    private static final String SEAT = """
            select seat.id, seat.account, account.name, account.email, account.disabled, account.locale, seat.role, seat.organisation,
                   seat.created_at
              from access.seat
              join access.account on account.id = seat.account
             where seat.network = platform.network()
            """;

    public List<Seat> all() {
        return db.sql(SEAT + " order by account.name, seat.role, seat.id")
                .query(Seat.class)
                .list();
    }

    /// Who speaks for an organisation: its admins, its staff where it has none.
    ///
    /// @param seats of one network, such as [#all] gives
    public static List<Seat> speakersOf(UUID organisation, List<Seat> seats) {
        var theirs = seats.stream()
                .filter(it -> organisation.equals(it.organisation()))
                .toList();
        return Stream.of(Role.PARTNER_ADMIN, Role.PARTNER_STAFF)
                .map(role -> theirs.stream().filter(it -> it.as() == role).toList())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    public Seat require(UUID seat) {
        return db.sql(SEAT + " and seat.id = ?")
                .param(seat)
                .query(Seat.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// @param organisation needed for PARTNER_ADMIN and PARTNER_STAFF
    /// @throws Refused `access.seat.last-office`, `access.seat.needs-organisation`, `access.seat.already`
    public void changeRole(UUID seat, Role role, @Nullable UUID organisation) {
        var known = require(seat);
        if (known.as() == Role.OFFICE && role != Role.OFFICE) keepAnOffice(seat);
        var partner = role == Role.PARTNER_ADMIN || role == Role.PARTNER_STAFF;
        if (partner && organisation == null) throw new Refused("access.seat.needs-organisation");
        try {
            db.sql("update access.seat set role = :role, organisation = :organisation"
                            + " where network = platform.network() and id = :seat")
                    .param("role", role.name())
                    .param("organisation", partner ? organisation : null)
                    .param("seat", seat)
                    .update();
        } catch (DuplicateKeyException already) {
            throw new Refused("access.seat.already", known.name());
        }
        log.note("seat.changed", "seat", seat, "account", known.account(), "role", role);
    }

    /// Ends the seat, and with it the account's tokens for this network. Sessions have no way in from the next click
    /// on,
    /// since every request asks for the seat anew; where it was the account's last seat anywhere, they end.
    ///
    /// @throws Refused `access.seat.last-office`
    public void remove(UUID seat) {
        var known = require(seat);
        if (known.as() == Role.OFFICE) keepAnOffice(seat);
        db.sql("delete from access.seat where network = platform.network() and id = ?")
                .param(seat)
                .update();
        var stillHere = db.sql(
                        "select exists (select from access.seat where network = platform.network() and account = ?)")
                .param(known.account())
                .query(Boolean.class)
                .single();
        if (!stillHere) {
            tokens.revokeAll(new AccountId(known.account()));
            db.sql("select access.end_sessions_of_the_seatless(?)")
                    .param(known.account())
                    .query((row, n) -> true)
                    .list();
        }
        log.note("seat.removed", "seat", seat, "account", known.account());
    }

    /// Two people removing each other at the same moment wait for one another here.
    private void keepAnOffice(UUID leaving) {
        var others = db.sql("""
                        select seat.id from access.seat
                          join access.account on account.id = seat.account and not account.disabled
                         where seat.network = platform.network() and seat.role = 'OFFICE'
                         order by seat.id for update of seat
                        """).query(UUID.class).list().stream()
                .filter(it -> !it.equals(leaving))
                .toList();
        if (others.isEmpty()) throw new Refused("access.seat.last-office");
    }
}
