package org.wirknetz.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Hashes few passwords at a time. One Argon2id takes 19 MiB and a fifth of a second: without a limit, a handful of
/// people
/// trying passwords would stop the whole house.
class PatientHashing implements PasswordEncoder {

    private static final int LONGEST_QUEUE = 40;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(6);

    private final PasswordEncoder hashing;
    private final Semaphore atOnce;

    /// @param atOnce how many hashes are made at the same time: one less than there are cores, at least one
    PatientHashing(PasswordEncoder hashing, int atOnce) {
        this.hashing = hashing;
        this.atOnce = new Semaphore(Math.max(1, atOnce), true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence typed) {
        queue();
        try {
            return hashing.encode(typed);
        } finally {
            atOnce.release();
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence typed, @Nullable String known) {
        queue();
        try {
            return hashing.matches(typed, known);
        } finally {
            atOnce.release();
        }
    }

    private void queue() {
        if (atOnce.getQueueLength() >= LONGEST_QUEUE) throw new TooManyAttempts(LONGEST_WAIT);
        try {
            if (!atOnce.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyAttempts(LONGEST_WAIT);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts(LONGEST_WAIT);
        }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String known) {
        return hashing.upgradeEncoding(known);
    }
}
