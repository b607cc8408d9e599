package com.emlyon.connect.promise;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.ChangeAvatar;
import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.api.account.RenameAccount;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckOut;
import com.emlyon.connect.api.event.CancelEvent;
import com.emlyon.connect.api.event.CreateEvent;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.api.event.LeaveEvent;
import com.emlyon.connect.api.event.UpdateEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What students might do in a lively term, chosen by a seed. Much of it is refused, and some comes late: from accounts
 * that are deleted already, as happens when a request overlaps with the deletion.
 */
public final class RandomHistory {

    private static final Instant TERM = Instant.parse("2031-02-01T18:30:00Z");
    private static final int ADDRESSES = 40;

    private final Random random;
    private final Campus campus;
    private final List<AccountId> accounts = new ArrayList<>();
    private final List<CheckIn> checkIns = new ArrayList<>();
    private final List<CreateEvent> events = new ArrayList<>();

    /** Begins with a few accounts that do something. */
    public RandomHistory(long seed, Campus campus) {
        this.random = new Random(seed);
        this.campus = campus;
        for (int i = 0; i < 5; i++) {
            campus.send(register());
            campus.send(create());
            campus.send(checkIn());
        }
    }

    /** Sends that many commands. */
    public void goOn(int commands) {
        for (int i = 0; i < commands; i++) {
            campus.send(next());
        }
    }

    private Command next() {
        return switch (random.nextInt(50)) {
            case 0, 1, 2, 3, 4 -> register();
            case 5, 6, 7 -> new RenameAccount(anyone(), "Pia " + random.nextInt(5), campus.now());
            case 8, 9 -> new ChangeAvatar(anyone(), "https://avatars.example/" + random.nextInt(5), campus.now());
            case 10, 11 -> new DeleteAccount(anyone(), campus.now());
            case 12, 13, 14, 15, 16, 17, 18, 19 -> checkIn();
            case 20, 21, 22 -> checkOut(any(checkIns));
            case 23, 24, 25, 26 -> create();
            case 27, 28, 29 -> update(any(events));
            case 30, 31 -> cancel(any(events));
            case 32, 33, 34, 35, 36, 37 -> new LeaveEvent(any(events).event(), anyone(), campus.now());
            case 38 -> campus.changeOfPassword(anyone());
            default -> new JoinEvent(any(events).event(), anyone(), campus.now());
        };
    }

    private RegisterAccount register() {
        EmailAddress email = new EmailAddress("pia%d@emlyon.com".formatted(random.nextInt(ADDRESSES)));
        RegisterAccount command = campus.registration(email, "Pia " + accounts.size());
        accounts.add(command.account());
        return command;
    }

    private CheckIn checkIn() {
        CheckIn command = new CheckIn(
                anyone(),
                CheckInId.random(),
                "Bar " + random.nextInt(9),
                random.nextDouble(-90, 90),
                random.nextDouble(-180, 180),
                random.nextBoolean() ? "🍻" : null,
                campus.now());
        checkIns.add(command);
        return command;
    }

    private CheckOut checkOut(CheckIn former) {
        return new CheckOut(former.account(), former.checkIn(), campus.now());
    }

    private CreateEvent create() {
        CreateEvent command =
                new CreateEvent(EventId.random(), anyone(), "Gala", "Au parc", someEvening(), campus.now());
        events.add(command);
        return command;
    }

    private UpdateEvent update(CreateEvent event) {
        return new UpdateEvent(
                event.event(),
                event.by(),
                Optional.of("Gala " + random.nextInt(9)).filter(title -> random.nextBoolean()),
                Optional.of("Chez Pia").filter(description -> random.nextBoolean()),
                Optional.of(someEvening()).filter(date -> random.nextBoolean()),
                campus.now());
    }

    private CancelEvent cancel(CreateEvent event) {
        return new CancelEvent(event.event(), event.by(), campus.now());
    }

    private Instant someEvening() {
        return TERM.plus(random.nextInt(120), ChronoUnit.DAYS);
    }

    private AccountId anyone() {
        return any(accounts);
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
