package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountRegistered;
import com.emlyon.connect.api.account.AccountRenamed;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckIns;
import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.CheckedOut;
import com.emlyon.connect.api.checkin.Whereabouts;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What students do, as facts of a {@link ModelHistory}: as valid as those that aggregates decide. */
final class ModelTerm {

    final ModelHistory history = new ModelHistory();
    final ModelCipher personalData = new ModelCipher();

    private final Random random;
    private final Set<AccountId> students = new LinkedHashSet<>();
    private final Map<AccountId, CheckInId> present = new HashMap<>();
    private final Map<EventId, Set<AccountId>> events = new LinkedHashMap<>();
    private int named;

    ModelTerm(Random random) {
        this.random = random;
    }

    /** One act of one student; the student, when the account is deleted by it. */
    Optional<AccountId> act(Instant now) {
        if (students.size() < 3) {
            register(now);
            return Optional.empty();
        }
        AccountId student = any(students);
        switch (random.nextInt(14)) {
            case 0 -> register(now);
            case 1 -> {
                delete(student, now);
                return Optional.of(student);
            }
            case 2, 3 -> checkOut(student, now);
            case 4 -> rename(student, now);
            case 5 -> create(student, now);
            case 6, 7 -> joinOrLeave(student, now);
            default -> checkIn(student, now);
        }
        return Optional.empty();
    }

    AccountId register(Instant now) {
        AccountId student = new AccountId(next("student-"));
        students.add(student);
        history.append(
                student.value(),
                new AccountRegistered(
                        student,
                        new EmailKey(student.value()),
                        personalData.encrypt(student, student.value() + "@emlyon.com"),
                        personalData.encrypt(student, next("Name ")),
                        personalData.encrypt(student, "EMI"),
                        personalData.encrypt(student, "https://example.org/picture"),
                        now));
        return student;
    }

    private void rename(AccountId student, Instant now) {
        history.append(student.value(), new AccountRenamed(student, personalData.encrypt(student, next("Name ")), now));
    }

    void delete(AccountId student, Instant now) {
        students.remove(student);
        history.append(student.value(), new AccountDeleted(student, now));
        personalData.destroy(student);
        checkOut(student, now);
    }

    void checkOut(AccountId student, Instant now) {
        CheckInId former = present.remove(student);
        if (former != null) {
            history.append("presence-" + student.value(), new CheckedOut(student, former, now));
        }
    }

    /** A student who is somewhere already leaves that place in the same decision. */
    void checkIn(AccountId student, Instant now) {
        CheckInId next = new CheckInId(next("check-in-"));
        CheckInId former = present.put(student, next);
        CheckedIn checkedIn = new CheckedIn(
                student,
                next,
                personalData.encrypt(student, new Whereabouts(next("Bar "), 45, 4, null)),
                now,
                now.plus(CheckIns.LIFETIME));
        if (former == null) {
            history.append("presence-" + student.value(), checkedIn);
        } else {
            history.append("presence-" + student.value(), new CheckedOut(student, former, now), checkedIn);
        }
    }

    private void create(AccountId student, Instant now) {
        EventId event = new EventId(next("event-"));
        events.put(event, new LinkedHashSet<>(Set.of(student)));
        history.append(
                event.value(),
                new EventCreated(
                        event,
                        student,
                        personalData.encrypt(student, next("Gala ")),
                        personalData.encrypt(student, "Danse"),
                        now,
                        now));
    }

    private void joinOrLeave(AccountId student, Instant now) {
        if (events.isEmpty()) {
            return;
        }
        EventId event = any(events.keySet());
        if (random.nextInt(8) == 0) {
            events.remove(event);
            history.append(event.value(), new EventCancelled(event, now));
        } else if (Objects.requireNonNull(events.get(event)).remove(student)) {
            history.append(event.value(), new EventLeft(event, student, now));
        } else {
            Objects.requireNonNull(events.get(event)).add(student);
            history.append(event.value(), new EventJoined(event, student, now));
        }
    }

    private String next(String prefix) {
        named++;
        return prefix + named;
    }

    private <T> T any(Set<T> some) {
        return List.copyOf(some).get(random.nextInt(some.size()));
    }
}
