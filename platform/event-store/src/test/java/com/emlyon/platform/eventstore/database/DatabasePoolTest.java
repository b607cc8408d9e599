package com.emlyon.platform.eventstore.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.emlyon.platform.postgres.TestPostgres;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.postgresql.jdbc.PgConnection;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

class DatabasePoolTest {

    private final DatabaseAvailability availability = mock(DatabaseAvailability.class);

    @Test
    void whoeverWaitedWhenAnOutageBeganIsToldSoAlsoWhenItIsOverAlready() throws SQLException, InterruptedException {
        try (DatabasePool pool = pool()) {
            pool.setMaximumPoolSize(1);
            ArgumentCaptor<Runnable> atOutage = ArgumentCaptor.forClass(Runnable.class);
            verify(availability).atOutage(atOutage.capture());
            PgConnection only = pool.getConnection().unwrap(PgConnection.class);
            CompletableFuture<Throwable> failure = new CompletableFuture<>();
            Thread.startVirtualThread(() -> failure.complete(catchThrowable(pool::getConnection)));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 1);

            atOutage.getValue().run();

            assertThat(failure.join()).isInstanceOf(SQLTransientConnectionException.class);
            await().atMost(Duration.ofMinutes(1)).until(only::isClosed);
        }
    }

    @Test
    void aNewConnectionThatComesWhenAnOutageHasBegunIsEndedLikeAllOthers() {
        when(availability.isAway()).thenReturn(false, false, true);
        try (DatabasePool pool = pool()) {
            assertThatExceptionOfType(SQLTransientConnectionException.class).isThrownBy(pool::getConnection);

            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    private DatabasePool pool() {
        JdbcConnectionDetails database = mock(JdbcConnectionDetails.class);
        when(database.getJdbcUrl()).thenReturn(TestPostgres.freshDatabaseUrl());
        return new DatabasePool("test", database, availability);
    }
}
