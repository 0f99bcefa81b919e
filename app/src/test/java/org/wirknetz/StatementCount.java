package org.wirknetz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Listens to every SQL statement, so that a page asking once per row is caught.
///
/// `var asked = statements.during(() -> mvc.perform(get(…)))` gives the statements without the settling-in of
/// connections.
public class StatementCount implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();

    /// Something that may throw, as MockMvc does.
    public interface Work {
        void run() throws Exception;
    }

    public static List<String> during(Work work) throws Exception {
        var heard = new ArrayList<String>();
        HEARD.set(heard);
        try {
            work.run();
        } finally {
            HEARD.remove();
        }
        return List.copyOf(heard);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource") ? new Listening(source) : bean;
    }

    private static final class Listening extends DelegatingDataSource {
        Listening(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Listening.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
                        var heard = HEARD.get();
                        if (heard != null && method.getName().equals("prepareStatement") && given != null) {
                            heard.add(String.valueOf(given[0]));
                        }
                        try {
                            return method.invoke(real, given);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause() == null ? failed : failed.getCause();
                        }
                    });
        }
    }
}
