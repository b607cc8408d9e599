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
import com.emlyon.connect.app.commands.CommandDispatcher;
import com.emlyon.connect.promise.Campus;
import com.emlyon.connect.query.Projections;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A student who sends commands to one node, behind its wire. */
final class StudentAtNode implements Student {

    private static final Instant PARTY = Instant.parse("2031-02-01T18:30:00Z");

    private final TestNode node;
    private final AccountId account;
    private final EventId event = EventId.random();

    private StudentAtNode(TestNode node, AccountId account) {
        this.node = node;
        this.account = account;
        send(new CreateEvent(event, account, "Gala 0", "Au parc", PARTY, now()), Projections.EVENTS);
    }

    /** Registers so many, shared out among the nodes. */
    static List<StudentAtNode> some(List<TestNode> nodes, int count) {
        Campus campus = new Campus(nodes.getFirst());
        return IntStream.range(0, count)
                .mapToObj(number -> new StudentAtNode(
                        nodes.get(number % nodes.size()),
                        new AccountId(campus.newStudent("Pia 0").id())))
                .toList();
    }

    @Override
    public String account() {
        return account.value();
    }

    @Override
    public String event() {
        return event.value();
    }

    @Override
    public boolean rename(String name) {
        return send(new RenameAccount(account, name, now()), Projections.ACCOUNTS);
    }

    @Override
    public boolean retitle(String title) {
        return send(
                new UpdateEvent(event, account, Optional.of(title), Optional.empty(), Optional.empty(), now()),
                Projections.EVENTS);
    }

    @Override
    public boolean checkIn(String place) {
        return send(
                new CheckIn(account, CheckInId.random(), place, 45.7489, 4.8181, null, now()), Projections.CHECK_INS);
    }

    @Override
    public boolean join(String otherEvent) {
        return send(new JoinEvent(new EventId(otherEvent), account, now()), Projections.EVENTS);
    }

    private boolean send(Command command, String projection) {
        return node.bean(CommandDispatcher.class)
                .send(account, command, projection)
                .visible();
    }

    private Instant now() {
        return node.bean(Clock.class).instant();
    }
}
