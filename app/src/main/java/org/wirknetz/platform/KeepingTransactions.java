package org.wirknetz.platform;

import java.io.Serial;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Notes, when a transaction begins, the form it works for (see [SentForm]); and just before a commit which change
/// the transaction made, so that the page can offer to take it back.
class KeepingTransactions extends JdbcTransactionManager {

    @Serial
    private static final long serialVersionUID = 1L;

    KeepingTransactions(DataSource dataSource) {
        super(dataSource);
    }

    /// A form's mark is noted first of all: of two at once the second has done nothing yet when it has to wait.
    /// A transaction apart from the change (a session kept, a failure counted) does not use the mark up.
    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        if (definition.isReadOnly()
                || definition.getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRES_NEW) return;
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) return;
        try {
            SentForm.note(holder.getConnection());
        } catch (SQLException | RuntimeException failed) {
            giveUp(transaction, holder);
            if (failed instanceof RuntimeException repeated) throw repeated;
            throw new CannotCreateTransactionException("The form could not be noted.", failed);
        }
    }

    private void giveUp(Object transaction, ConnectionHolder holder) {
        try {
            holder.getConnection().rollback();
        } catch (SQLException gone) {
            logger.debug("Nothing left to roll back", gone);
        }
        doCleanupAfterCompletion(transaction);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        super.doRollback(status);
        SentForm.rolledBack();
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        var change = status.isReadOnly() ? "" : currentChange();
        super.doCommit(status);
        SentForm.committed();
        if (!change.isEmpty()) Scope.current().remember(new ChangeId(UUID.fromString(change)));
    }

    private String currentChange() {
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) return "";
        return JdbcClient.create(new SingleConnectionDataSource(holder.getConnection(), true))
                .sql("select coalesce(current_setting('wirknetz.change', true), '')")
                .query(String.class)
                .single();
    }
}
