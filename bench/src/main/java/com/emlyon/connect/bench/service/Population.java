package com.emlyon.connect.bench.service;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.event.CreateEvent;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.app.commands.CommandDispatcher;
import com.emlyon.connect.app.security.EmailKeys;
import com.emlyon.connect.app.security.Passwords;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Students who have checked in and events with attendees, far more than requests could make in the time of a benchmark: they come by
 * commands to a service inside this process, and share one password.
 */
public final class Population {

    private static final String PASSWORD = "a load of work";
    private static final Instant SOME_DAY = Instant.parse("2031-05-01T20:00:00Z");
    private static final List<String> PROJECTIONS = List.of("accounts", "check-ins", "events");

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final CommandDispatcher commandDispatcher;
    private final EmailKeys emailKeys;
    private final PasswordHash password;

    private Population(ServiceInside service) {
        this.commandDispatcher = service.context().getBean(CommandDispatcher.class);
        this.emailKeys = service.context().getBean(EmailKeys.class);
        this.password = service.context().getBean(Passwords.class).hash(PASSWORD, List.of());
    }

    /** Fills the data folder of a service that is started later, until its views show everything. */
    public static void fill(Path data, int students, int events, int attendees)
            throws InterruptedException, ExecutionException {
        try (ServiceInside service = ServiceInside.start(data)) {
            Population population = new Population(service);
            List<AccountId> accounts = together(students, population::student);
            together(events, number -> population.event(number, attendees, accounts));
            population.awaitViews();
        }
    }

    /** Each attempt ends when a view is late. */
    private void awaitViews() {
        long start = System.nanoTime();
        while (!commandDispatcher.awaitHistory(PROJECTIONS)) {
            if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
                throw new IllegalStateException("The views do not show all students after " + LONGEST_WAIT);
            }
        }
    }

    private static <T> List<T> together(int count, IntFunction<T> action)
            throws InterruptedException, ExecutionException {
        return Students.together(IntStream.range(0, count)
                .<Callable<T>>mapToObj(number -> () -> action.apply(number))
                .toList());
    }

    private AccountId student(int number) {
        AccountId account = AccountId.random();
        EmailAddress email =
                EmailAddress.parse("%s@emlyon.com".formatted(UUID.randomUUID())).orElseThrow();
        commandDispatcher.send(
                account,
                new RegisterAccount(
                        account,
                        email,
                        emailKeys.of(email),
                        Set.of(),
                        password,
                        "Étudiante %d".formatted(number),
                        "M2 Dev",
                        Optional.empty(),
                        Instant.now()));
        commandDispatcher.send(
                account,
                new CheckIn(account, CheckInId.random(), "Le Sucre " + number, 45.7489, 4.8181, "🎵", Instant.now()));
        return account;
    }

    private EventId event(int number, int attendees, List<AccountId> accounts) {
        EventId event = EventId.random();
        AccountId creator = accounts.get(number % accounts.size());
        commandDispatcher.send(
                creator,
                new CreateEvent(
                        event,
                        creator,
                        "Gala " + number,
                        "Au parc, jusqu’à l’aube. ".repeat(8),
                        SOME_DAY,
                        Instant.now()));
        for (int i = 1; i < Math.min(attendees, accounts.size()); i++) {
            AccountId attendee = accounts.get((number + i) % accounts.size());
            commandDispatcher.send(attendee, new JoinEvent(event, attendee, Instant.now()));
        }
        return event;
    }
}
