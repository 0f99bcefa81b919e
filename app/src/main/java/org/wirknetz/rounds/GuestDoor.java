package org.wirknetz.rounds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;

/// The secret address of a round, for people without an account: 256 random bits of which only the hash is
/// kept.
@Component
@Transactional
public class GuestDoor {

    private static final int BYTES = 32;

    private final JdbcClient db;
    private final SecureRandom random = new SecureRandom();

    GuestDoor(JdbcClient db) {
        this.db = db;
    }

    /// What a guest may read. The answers of others are not among it.
    public record Letter(
            UUID round,
            String title,
            @Nullable String intro,
            boolean anonymous,
            boolean open,
            @Nullable LocalDate closesOn) {}

    public record Question(UUID id, String wording) {}

    /// A new address; the one before leads nowhere from now on.
    ///
    /// @return its secret part, shown once
    public String issue(RoundId round) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        db.sql("delete from rounds.guest_door where round = ?")
                .param(round.value())
                .update();
        int rows = db.sql("""
                        insert into rounds.guest_door (network, round, secret)
                        select platform.network(), r.id, :secret from rounds.round r where r.id = :round
                        """)
                .param("secret", hash(secret))
                .param("round", round.value())
                .update();
        if (rows == 0) throw new NotFound();
        return secret;
    }

    public void shut(RoundId round) {
        db.sql("delete from rounds.guest_door where round = ?")
                .param(round.value())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Letter> read(String secret) {
        return db.sql("select round, title, intro, anonymous, open, closes_on from rounds.for_guest(?)")
                .param(hash(secret))
                .query(Letter.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Question> questions(String secret) {
        return db.sql("select id, wording from rounds.questions_for_guest(?)")
                .param(hash(secret))
                .query(Question.class)
                .list();
    }

    /// What is stored and looked up.
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
