package org.wirknetz.platform;

import java.io.Serial;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Notes, just before a commit, which change the transaction made, so that the page can offer to take it back.
class KeepingTransactions extends JdbcTransactionManager {

    @Serial
    private static final long serialVersionUID = 1L;

    KeepingTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        var change = status.isReadOnly() ? "" : currentChange();
        super.doCommit(status);
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
