package org.wirknetz.platform;

import java.sql.Connection;
import java.sql.SQLException;

/// One form as it was sent, by its mark: the hidden random word that no other form carries.
///
/// While it is bound to a request, the first transaction of that request notes the mark before it does
/// anything else. Of several at once the later ones wait there, and give up when the first has committed.
public final class SentForm {

    private static final ScopedValue<SentForm> CURRENT = ScopedValue.newInstance();

    private enum State {
        FRESH,
        NOTED,
        KEPT,
        REPEATED
    }

    private final byte[] mark;
    private final byte[] content;
    private volatile State state = State.FRESH;

    /// Who sent it is not kept: a row of the same moment and the same transaction as an anonymous card would
    /// name its author.
    ///
    /// @param mark a hash of the hidden word and of whoever sent it, so that reading the table gives nobody a
    /// form to send
    /// @param content a digest of all fields, keyed with the hidden word, so that it tells nothing about them
    public SentForm(byte[] mark, byte[] content) {
        this.mark = mark.clone();
        this.content = content.clone();
    }

    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /// The request has written something under this mark.
    public boolean kept() {
        return state == State.KEPT;
    }

    /// Somebody else's transaction has used the mark before.
    public boolean repeated() {
        return state == State.REPEATED;
    }

    byte[] mark() {
        return mark;
    }

    byte[] content() {
        return content;
    }

    /// @throws FormSentBefore when the mark is used up
    static void note(Connection connection) throws SQLException {
        if (!CURRENT.isBound() || CURRENT.get().state != State.FRESH) return;
        CURRENT.get().noteIn(connection);
    }

    private void noteIn(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into platform.sent_form (mark, content) values (?, ?) on conflict do nothing")) {
            statement.setBytes(1, mark);
            statement.setBytes(2, content);
            state = statement.executeUpdate() == 1 ? State.NOTED : State.REPEATED;
        }
        if (state == State.REPEATED) throw new FormSentBefore();
    }

    static void committed() {
        if (CURRENT.isBound() && CURRENT.get().state == State.NOTED) CURRENT.get().state = State.KEPT;
    }

    /// The transaction that noted it came to nothing: the next one of the request notes it again.
    static void rolledBack() {
        if (CURRENT.isBound() && CURRENT.get().state == State.NOTED) CURRENT.get().state = State.FRESH;
    }
}
