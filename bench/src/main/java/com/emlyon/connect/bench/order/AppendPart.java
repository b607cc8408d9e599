package com.emlyon.connect.bench.order;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.event.CreateEvent;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.api.event.LeaveEvent;
import com.emlyon.connect.app.commands.CommandDispatcher;
import com.emlyon.connect.bench.load.ClosedLoop;
import com.emlyon.connect.bench.part.InnerPart;
import com.emlyon.connect.bench.service.ServiceInside;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Commands through the command bus, beside the insert and commit of one row each. */
public final class AppendPart implements InnerPart, AutoCloseable {

    private static final int CALLERS = 64;
    private static final int POOL = 10;

    /** So many that none of them has more events to come than a student may have. */
    private static final int CREATORS_OF_A_CALLER = 200;

    private static final String NEW_STREAM = "commands that begin a stream, commands/s";
    private static final String EXISTING_STREAM = "commands to streams of their own, commands/s";
    private static final String HOT_STREAM = "commands to one stream, commands/s";
    private static final Instant SOME_DAY = Instant.parse("2031-05-01T20:00:00Z");

    private final CommandDispatcher commandDispatcher;
    private final double seconds;
    private final Facts facts;
    private final List<AccountId> accounts =
            Stream.generate(AccountId::random).limit(CALLERS).toList();
    private final List<List<AccountId>> creators =
            Stream.generate(AppendPart::creatorsOfACaller).limit(CALLERS).toList();
    private final int[] created = new int[CALLERS];
    private final boolean[] joined = new boolean[CALLERS];
    private final EventId hot = EventId.random();

    /** Sends commands to a service inside this process. */
    public AppendPart(ServiceInside service, double seconds) throws Exception {
        this.commandDispatcher = service.context().getBean(CommandDispatcher.class);
        this.seconds = seconds;
        this.facts = new Facts(service.databaseUrl(), POOL);
        AccountId creator = AccountId.random();
        commandDispatcher.send(creator, creation(creator, hot));
        makeKeysOfCreators();
    }

    private static List<AccountId> creatorsOfACaller() {
        return Stream.generate(AccountId::random).limit(CREATORS_OF_A_CALLER).toList();
    }

    /** The first fact of an account makes the key with which its personal data is encrypted; that is not measured here. */
    private void makeKeysOfCreators() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> callers = creators.stream()
                    .<Future<?>>map(accounts -> threads.submit(
                            () -> accounts.forEach(account -> commandDispatcher.send(account, checkIn(account)))))
                    .toList();
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
    }

    @Override
    public Map<String, Double> measure() throws Exception {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(NEW_STREAM, rate(this::create));
        figures.put(EXISTING_STREAM, rate(caller -> send(caller, checkIn(accounts.get(caller)))));
        figures.put(HOT_STREAM, rate(this::joinOrLeave));
        return figures;
    }

    @Override
    public Map<String, Double> measureRival() throws Exception {
        facts.create("");
        double floor;
        try (Appender appender = new EachForItself(facts, "")) {
            floor = rate(caller -> appender.append());
        }
        return Map.of(NEW_STREAM, floor, EXISTING_STREAM, floor, HOT_STREAM, floor);
    }

    @Override
    public String rival() {
        return "one row inserted and committed";
    }

    private double rate(ClosedLoop.Action action) throws Exception {
        return ClosedLoop.run(CALLERS, seconds, action).perSecond();
    }

    private void send(int caller, Command command) {
        commandDispatcher.send(accounts.get(caller), command);
    }

    private static CreateEvent creation(AccountId account, EventId event) {
        return new CreateEvent(event, account, "Gala", "Au parc, jusqu’à l’aube.", SOME_DAY, Instant.now());
    }

    private static CheckIn checkIn(AccountId account) {
        return new CheckIn(account, CheckInId.random(), "Le Sucre", 45.7489, 4.8181, "🎵", Instant.now());
    }

    private void create(int caller) {
        AccountId creator = creators.get(caller).get(created[caller]++ % CREATORS_OF_A_CALLER);
        commandDispatcher.send(creator, creation(creator, EventId.random()));
    }

    private void joinOrLeave(int caller) {
        AccountId account = accounts.get(caller);
        send(
                caller,
                joined[caller]
                        ? new LeaveEvent(hot, account, Instant.now())
                        : new JoinEvent(hot, account, Instant.now()));
        joined[caller] = !joined[caller];
    }

    @Override
    public void close() throws SQLException {
        facts.close();
    }
}
