package org.wirknetz.equality;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// The three ways in: counts by organisation, slips for anonymous answers, declarations with consent. It
/// only ever writes; functions of the database take what is given and forget who gave it.
@Component
@Transactional
public class Intake {

    /// The version of the words of consent in `equality.consent`.
    public static final String CONSENT = "1";

    static final long MOST = 1_000_000_000L;
    static final long MOST_PEOPLE = 100_000L;
    static final int MOST_SLIPS = 200;
    private static final int BYTES = 32;

    private final JdbcClient db;
    private final Definitions definitions;
    private final Collections collections;
    private final SecureRandom random = new SecureRandom();

    Intake(JdbcClient db, Definitions definitions, Collections collections) {
        this.db = db;
        this.collections = collections;
        this.definitions = definitions;
    }

    private record Open(String definition, String mode, boolean closed) {}

    /// What an organisation counted, in the place of what it gave before.
    ///
    /// @param counts by line, by answer
    /// @throws Refused `equality.closed`, `equality.number-wrong`, `equality.too-many-people`,
    /// `equality.answered-itself`, `equality.no-member`
    public void enter(CollectionId collection, UUID organisation, Map<UUID, Map<String, Long>> counts) {
        var definition = requireOpen(collection, Mode.COUNTS);
        requireMember(collection, organisation);
        requireMayEnter(collection, organisation);
        long most = ofPeople(collection) ? MOST_PEOPLE : MOST;
        for (var line : linesOf(collection)) {
            var given = counts.getOrDefault(line, Map.of());
            var answers = new ArrayList<String>();
            var numbers = new ArrayList<Long>();
            given.forEach((answer, number) -> {
                if (!definition.knows(answer)) throw new NotFound();
                if (number < 0 || number > MOST) throw new Refused("equality.number-wrong");
                if (number > most) throw new Refused("equality.too-many-people", most);
                answers.add(answer);
                numbers.add(number);
            });
            db.sql("select equality.enter(:line, :organisation, cast(:answers as text[]), cast(:numbers as bigint[]))")
                    .param("line", line)
                    .param("organisation", organisation)
                    .param("answers", answers.toArray(String[]::new))
                    .param("numbers", numbers.toArray(Long[]::new))
                    .query()
                    .listOfRows();
        }
    }

    /// Only who belonged to the network on the reporting day is counted for it.
    private void requireMember(CollectionId collection, UUID organisation) {
        var name = db.sql("select name from directory.organisation_card where network = platform.network() and id = ?")
                .param(organisation)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (!db.sql("select equality.was_member(?, (select reporting_on from equality.collection where id = ?))")
                .params(organisation, collection.value())
                .query(Boolean.class)
                .single()) throw new Refused("equality.no-member", name);
    }

    /// What an organisation gave itself the office does not replace.
    private void requireMayEnter(CollectionId collection, UUID organisation) {
        if (db.sql("""
                        select not access.works_for(:organisation)
                           and exists (select from equality.answered
                                        where collection = :collection and organisation = :organisation and itself)
                        """)
                .param("organisation", organisation)
                .param("collection", collection.value())
                .query(Boolean.class)
                .single()) throw new Refused("equality.answered-itself");
    }

    private boolean ofPeople(CollectionId collection) {
        return db.sql("select subject = 'BODIES' from equality.collection where id = ?")
                .param(collection.value())
                .query(Boolean.class)
                .single();
    }

    private List<UUID> linesOf(CollectionId collection) {
        return db.sql("select id from equality.line where collection = ? order by position")
                .param(collection.value())
                .query(UUID.class)
                .list();
    }

    /// @throws Refused `equality.closed` or `equality.other-mode`
    private Definition requireOpen(CollectionId collection, Mode mode) {
        var open = db.sql(
                        "select definition, mode, closed_on is not null as closed from equality.collection where id = ?")
                .param(collection.value())
                .query(Open.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (!open.mode().equals(mode.name())) throw new Refused("equality.other-mode");
        if (open.closed()) throw new Refused("equality.closed");
        return definitions.of(open.definition());
    }

    /// Secrets for so many people of one body, shown this once: only their hashes are kept.
    public List<String> handOut(CollectionId collection, UUID line, int number) {
        requireOpen(collection, Mode.BALLOT);
        if (!linesOf(collection).contains(line)) throw new NotFound();
        if (number < 1 || number > MOST_SLIPS) throw new Refused("equality.slips-wrong", MOST_SLIPS);
        var secrets = new ArrayList<String>();
        for (int n = 0; n < number; n++) {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        db.sql("select equality.hand_out(?, ?)")
                .params(line, secrets.stream().map(Intake::hash).toArray(byte[][]::new))
                .query()
                .listOfRows();
        return secrets;
    }

    /// What somebody with a slip is asked.
    public record Slip(UUID line, String body, String definition, LocalDate reportingOn) {}

    @Transactional(readOnly = true)
    public Optional<Slip> read(String secret) {
        return db.sql("select line, body, definition, reporting_on from equality.for_slip(?)")
                .param(hash(secret))
                .query(Slip.class)
                .optional();
    }

    /// The answer counts, the slip is gone.
    ///
    /// @throws NotFound for a slip that was used, or never was
    public void answer(String secret, String answer) {
        var slip = read(secret).orElseThrow(NotFound::new);
        if (!definitions.of(slip.definition()).knows(answer)) throw new Refused("equality.no-answer");
        boolean counted = db.sql("select equality.answer(?, ?)")
                .params(hash(secret), answer)
                .query(Boolean.class)
                .single();
        if (!counted) throw new NotFound();
    }

    /// Somebody's own word, until the collection is closed.
    ///
    /// @param consents whether they agreed to [#CONSENT]
    /// @throws Refused `equality.no-consent`, `equality.no-answer`, `equality.not-assessed`
    public void declare(CollectionId collection, UUID line, String answer, boolean consents, LocalDate on) {
        var definition = requireOpen(collection, Mode.INDIVIDUAL);
        if (!collections.individualAllowed()) throw new Refused("equality.not-assessed");
        if (!consents) throw new Refused("equality.no-consent");
        if (!definition.knows(answer)) throw new Refused("equality.no-answer");
        if (!linesOf(collection).contains(line)) throw new NotFound();
        db.sql("select equality.declare(?, ?, ?, ?)")
                .params(line, answer, CONSENT, on)
                .query()
                .listOfRows();
    }

    /// As easily as it was given (Art. 7(3) GDPR), and as long as it lies there.
    public void withdraw(CollectionId collection) {
        if (!db.sql("select exists (select from equality.collection where id = ? and mode = 'INDIVIDUAL')")
                .param(collection.value())
                .query(Boolean.class)
                .single()) throw new NotFound();
        db.sql("delete from equality.declaration where collection = ? and account = platform.account()")
                .param(collection.value())
                .update();
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
