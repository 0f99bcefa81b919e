package org.wirknetz.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WirknetzSettings.class)
class PlatformConfiguration {

    /// Lists are read along indexes that lie in memory; the server's own guess is a spinning disk, and it would
    /// rather sort the whole table. A second process for one page costs more than it saves, and so does compiling.
    private static final String PLANNING =
            "set random_page_cost = 1.1; set max_parallel_workers_per_gather = 0; set jit = off";

    @Bean
    Clock clock(WirknetzSettings settings) {
        return ClockSource.of(settings.clock());
    }

    /// Console verbs join the database of a running server; the server itself never does.
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "wirknetz.db.url", havingValue = "embedded", matchIfMissing = true)
    EmbeddedAddress embeddedAddress(WirknetzSettings settings, @Value("${wirknetz.db.join:false}") boolean join) {
        return EmbeddedAddress.of(settings.data(), join);
    }

    @Bean
    @ConditionalOnProperty(name = "wirknetz.db.url", havingValue = "embedded", matchIfMissing = true)
    DatabaseAddress databaseAddress(EmbeddedAddress embedded) {
        return embedded.address();
    }

    @Bean
    @ConditionalOnMissingBean
    DatabaseAddress outsideAddress(WirknetzSettings settings) {
        var user = settings.db().user();
        var password = settings.db().password();
        if (user == null) throw new WrongSetting("platform.setting.db-user");
        return DatabaseAddress.outside(
                DatabaseAddress.jdbc(settings.db().url()), user, password == null ? "" : password);
    }

    @Bean
    DataSource dataSource(@Qualifier("pool") HikariDataSource pool, Clock clock) {
        return new ScopedDataSource(new PatientDataSource(pool), clock);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new KeepingTransactions(dataSource);
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    HikariDataSource pool(DatabaseAddress address, WirknetzSettings settings) {
        Migrations.run(address);
        var pool = new HikariConfig();
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.appUser());
        pool.setPassword(address.appPassword());
        pool.setMaximumPoolSize(settings.db().connections());
        pool.setMinimumIdle(2);
        // A connection that only a busy minute needed ends with it, and its process gives its memory back.
        pool.setIdleTimeout(60_000);
        pool.setConnectionTimeout(3_000);
        pool.setValidationTimeout(1_000);
        pool.setPoolName("wirknetz");
        pool.setConnectionInitSql(address.appRole() == null ? PLANNING : PLANNING + "; set role " + address.appRole());
        pool.addDataSourceProperty("ApplicationName", "wirknetz");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("socketTimeout", "60");
        // Every plan kept is memory in the process of this connection: 64 instead of 256 save 2 MB in each.
        pool.addDataSourceProperty("preparedStatementCacheQueries", "64");
        pool.addDataSourceProperty("connectTimeout", "5");
        return new HikariDataSource(pool);
    }
}
