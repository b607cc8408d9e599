package com.emlyon.connect.app.demo;

import static com.emlyon.connect.query.Projections.ACCOUNTS;
import static com.emlyon.connect.query.Projections.CHECK_INS;
import static com.emlyon.connect.query.Projections.EVENTS;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.api.checkin.ActiveCheckInOf;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.event.AllEvents;
import com.emlyon.connect.api.event.CreateEvent;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.app.commands.CommandDispatcher;
import com.emlyon.connect.app.credentials.CredentialTable;
import com.emlyon.connect.app.credentials.CredentialTable.Login;
import com.emlyon.connect.app.demo.DemoStudent.DemoPlace;
import com.emlyon.connect.app.security.EmailKeys;
import com.emlyon.connect.app.security.Passwords;
import com.emlyon.connect.app.web.Queries;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Creates the demo data with ordinary commands. When repeated, it adds only what is missing: an account that does not
 * exist, a check-in that has expired, an event that is over.
 */
@Component
public class DemoData {

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);
    static final String PASSWORD = "password123";

    private final CommandDispatcher commandDispatcher;
    private final Queries queries;
    private final CredentialTable credentials;
    private final EmailKeys emailKeys;
    private final Passwords passwords;
    private final Clock clock;

    DemoData(
            CommandDispatcher commandDispatcher,
            Queries queries,
            CredentialTable credentials,
            EmailKeys emailKeys,
            Passwords passwords,
            Clock clock) {
        this.commandDispatcher = commandDispatcher;
        this.queries = queries;
        this.credentials = credentials;
        this.emailKeys = emailKeys;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Adds what is missing. */
    public void seed() {
        Map<DemoStudent, AccountId> accounts = new EnumMap<>(DemoStudent.class);
        for (DemoStudent student : DemoStudent.values()) {
            AccountId account = register(student);
            accounts.put(student, account);
            student.place().ifPresent(place -> checkIn(account, place));
        }
        for (DemoEvent event : DemoEvent.values()) {
            invite(event, student -> Objects.requireNonNull(accounts.get(student)));
        }
        log.info("Demo data is there: log in as {} with {}", DemoStudent.ALICE.email(), PASSWORD);
    }

    private AccountId register(DemoStudent student) {
        EmailAddress email = EmailAddress.parse(student.email()).orElseThrow();
        EmailKey key = emailKeys.of(email);
        return credentials.loginOf(Set.of(key)).map(Login::account).orElseGet(() -> {
            AccountId account = AccountId.random();
            commandDispatcher.send(
                    account,
                    new RegisterAccount(
                            account,
                            email,
                            key,
                            Set.of(),
                            passwords.hash(PASSWORD, List.of("demo")),
                            student.fullName(),
                            student.promotion(),
                            Optional.empty(),
                            clock.instant()),
                    ACCOUNTS);
            return account;
        });
    }

    private void checkIn(AccountId account, DemoPlace place) {
        Instant now = clock.instant();
        if (queries.one(new ActiveCheckInOf(account, now), CheckInView.class).isEmpty()) {
            commandDispatcher.send(
                    account,
                    new CheckIn(
                            account,
                            CheckInId.random(),
                            place.name(),
                            place.latitude(),
                            place.longitude(),
                            place.emoji(),
                            now),
                    CHECK_INS);
        }
    }

    private void invite(DemoEvent event, Function<DemoStudent, AccountId> accounts) {
        AccountId creator = accounts.apply(event.creator());
        Instant now = clock.instant();
        boolean coming = queries.all(new AllEvents(Optional.of(now), Optional.empty()), EventView.class).stream()
                .anyMatch(known -> known.title().equals(event.title())
                        && known.creator().id().equals(creator));
        if (coming) {
            return;
        }
        EventId id = EventId.random();
        commandDispatcher.send(
                creator,
                new CreateEvent(id, creator, event.title(), event.description(), event.dateSeenFrom(now), now),
                EVENTS);
        for (DemoStudent guest : event.guests()) {
            AccountId account = accounts.apply(guest);
            commandDispatcher.send(account, new JoinEvent(id, account, now), EVENTS);
        }
    }
}
