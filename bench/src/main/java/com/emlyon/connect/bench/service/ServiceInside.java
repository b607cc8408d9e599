package com.emlyon.connect.bench.service;

import com.emlyon.connect.app.EmlyonConnect;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service inside this process, without its web server, with the database that it brings along. */
public final class ServiceInside implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ServiceInside(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it with an empty data folder. */
    public static ServiceInside start(Path data) {
        return new ServiceInside(new SpringApplicationBuilder(EmlyonConnect.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--DATA_DIR=" + data,
                        "--logging.level.root=warn",
                        "--connect.events.most-to-come=100000000",
                        "--connect.events.most-a-day=100000000"));
    }

    /** Its beans. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    /** The JDBC URL of its database, user and password included. */
    public String databaseUrl() throws SQLException {
        HikariDataSource pool = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
        return "%s%suser=%s&password=%s"
                .formatted(
                        pool.getJdbcUrl(),
                        pool.getJdbcUrl().contains("?") ? "&" : "?",
                        pool.getUsername(),
                        pool.getPassword());
    }

    @Override
    public void close() {
        context.close();
    }
}
