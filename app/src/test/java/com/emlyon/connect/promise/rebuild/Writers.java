package com.emlyon.connect.promise.rebuild;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.RenameAccount;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.event.CreateEvent;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.api.event.UpdateEvent;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.commands.Sender;
import com.emlyon.connect.promise.Campus;
import com.emlyon.connect.query.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Students who change everything that views show, without pause, until closed; each change carries a growing mark. */
final class Writers implements AutoCloseable {

    private static final Instant PARTY = Instant.parse("2031-02-01T18:30:00Z");

    private final List<TestNode> nodes;
    private final Campus campus;
    private final Marks marks;
    private final List<Student> students = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean go = true;

    Writers(List<TestNode> nodes, Marks marks, int count) {
        this.nodes = nodes;
        this.campus = new Campus(nodes.getFirst());
        this.marks = marks;
        for (int i = 0; i < count; i++) {
            AccountId account = new AccountId(campus.newStudent("Pia 0").id());
            Student student = new Student(i, account, EventId.random());
            send(
                    student,
                    new CreateEvent(student.event, account, "Gala 0", "Au parc", PARTY, now()),
                    Projections.EVENTS);
            students.add(student);
        }
    }

    /** Lets them write until closed. */
    Writers start(long seed) {
        students.forEach(student -> threads.add(Thread.ofVirtual().start(() -> {
            Random random = new Random(seed + student.number);
            for (int mark = 1; go; mark++) {
                try {
                    write(student, mark, random);
                } catch (RuntimeException failure) {
                    failures.add(failure.toString());
                }
            }
        })));
        return this;
    }

    /** What should never have happened. */
    Queue<String> failures() {
        return failures;
    }

    private void write(Student student, int mark, Random random) {
        AccountId account = student.account;
        switch (random.nextInt(5)) {
            case 0 -> {
                if (send(student, new RenameAccount(account, "Pia " + mark, now()), Projections.ACCOUNTS)) {
                    marks.reached("account " + account, mark);
                }
            }
            case 1 -> {
                if (send(student, retitled(student, "Gala " + mark), Projections.EVENTS)) {
                    marks.reached("event " + student.event, mark);
                }
            }
            case 2 -> join(student, random);
            default -> {
                if (send(student, checkIn(account, "Bar " + mark), Projections.CHECK_INS)) {
                    marks.reached("check-in " + account, mark);
                }
            }
        }
    }

    private void join(Student student, Random random) {
        Student host = students.get(random.nextInt(students.size()));
        if (host != student && student.joined.add(host.event)) {
            if (send(student, new JoinEvent(host.event, student.account, now()), Projections.EVENTS)) {
                marks.reached("attends %s %s".formatted(host.event, student.account), 1);
            }
        }
    }

    private UpdateEvent retitled(Student student, String title) {
        return new UpdateEvent(
                student.event, student.account, Optional.of(title), Optional.empty(), Optional.empty(), now());
    }

    private CheckIn checkIn(AccountId account, String place) {
        return new CheckIn(account, CheckInId.random(), place, 45.7489, 4.8181, null, now());
    }

    /** Whether the answer said that everybody sees it. */
    private boolean send(Student student, Command command, String projection) {
        TestNode node = nodes.get(student.number % nodes.size());
        return node.bean(Sender.class)
                .send(student.account, command, projection)
                .visible();
    }

    private Instant now() {
        return campus.now();
    }

    @Override
    public void close() throws InterruptedException {
        go = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** One who writes. */
    private record Student(int number, AccountId account, EventId event, Set<EventId> joined) {

        Student(int number, AccountId account, EventId event) {
            this(number, account, event, new HashSet<>());
        }
    }
}
