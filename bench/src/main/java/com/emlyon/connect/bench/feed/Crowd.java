package com.emlyon.connect.bench.feed;

import com.emlyon.connect.bench.feed.Handshake.Opened;
import com.emlyon.connect.bench.service.Students;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** All clients. One thread reads for all of them, so that reading costs next to nothing. */
final class Crowd implements AutoCloseable {

    static final int DIGITS = 6;

    private static final byte[] MARK = "Marque ".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_CHANGES = 100_000;

    /** Whoever comes while all others do may be sent away by the service, to come again; here nobody comes again. */
    private static final int ARRIVING_AT_ONCE = 64;

    private static final int LONGEST_WAIT_SECONDS = 30;

    private final Plan plan;
    private final Selector selector = Selector.open();
    private final List<Listener> listeners = new ArrayList<>();
    private final List<SocketChannel> neverReading = new ArrayList<>();
    private final AtomicLongArray started = new AtomicLongArray(MOST_CHANGES);
    private final AtomicReferenceArray<CountDownLatch> told = new AtomicReferenceArray<>(MOST_CHANGES);
    private final Map<Plan.Mode, List<Double>> millis = new EnumMap<>(Plan.Mode.class);
    private volatile int change = MarkedCheckIns.latest();
    private final Semaphore arriving = new Semaphore(ARRIVING_AT_ONCE);
    private volatile CountDownLatch welcomed = new CountDownLatch(0);
    private final Thread reader;
    private volatile boolean running = true;

    Crowd(Plan plan) throws IOException {
        this.plan = plan;
        this.reader = Thread.ofPlatform().daemon().name("reader").start(this::readForAll);
    }

    /** Connects those who read, and waits until each has been told how things are. */
    void connect(Students students) throws Exception {
        Handshake handshake = new Handshake(plan.base(), plan.compressed());
        welcomed = new CountDownLatch(plan.readers());
        try (ExecutorService threads = Executors.newFixedThreadPool(ARRIVING_AT_ONCE)) {
            List<Future<?>> handshakes = IntStream.range(0, plan.readers())
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        arriving.acquire();
                        try {
                            arrive(handshake, students.token(i), plan.mode().of(i));
                        } catch (IOException failure) {
                            arriving.release();
                            throw failure;
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> each : handshakes) {
                each.get();
            }
        }
        if (!welcomed.await(LONGEST_WAIT_SECONDS * 4L, TimeUnit.SECONDS)) {
            throw new IllegalStateException("%d were not told how things are".formatted(welcomed.getCount()));
        }
    }

    private void arrive(Handshake handshake, String token, Plan.Mode mode) throws IOException {
        Opened opened = handshake.open(token, mode, true);
        opened.channel().configureBlocking(false);
        enter(opened, mode);
    }

    /** Connects those who never read. */
    void connectNeverReading(Students students) throws IOException {
        Handshake handshake = new Handshake(plan.base(), plan.compressed());
        for (int i = plan.readers(); i < plan.clients(); i++) {
            neverReading.add(
                    handshake.open(students.token(i), plan.mode().of(i), false).channel());
        }
    }

    private void enter(Opened opened, Plan.Mode mode) throws IOException {
        Listener listener = new Listener(opened.channel(), mode, this::told);
        synchronized (listeners) {
            listeners.add(listener);
            listener.take(opened.behind());
            opened.channel().register(selector, SelectionKey.OP_READ, listener);
            selector.wakeup();
        }
    }

    private void readForAll() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
        try {
            while (running) {
                selector.select();
                synchronized (listeners) {
                    for (SelectionKey key : selector.selectedKeys()) {
                        read((Listener) key.attachment(), buffer);
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read(Listener listener, ByteBuffer buffer) throws IOException {
        try {
            listener.read(buffer);
        } catch (ClosedChannelException | CancelledKeyException gone) {
            if (running) {
                throw gone;
            }
        }
    }

    /** A listener has read a whole message. */
    void told(Listener listener) {
        long now = System.nanoTime();
        if (listener.isNew()) {
            listener.countAnew();
            listener.setLatest(change);
            arriving.release();
            welcomed.countDown();
            return;
        }
        int number = plan.compressed() ? numberByCounting(listener) : listener.numberBehind(MARK);
        for (int i = listener.latest() + 1; i <= number; i++) {
            millis.computeIfAbsent(listener.mode(), mode -> new ArrayList<>()).add((now - started.get(i)) / 1e6);
            listener.setLatest(i);
            told.get(i).countDown();
        }
    }

    /** A check-in that takes the place of another one is a list, or two changes. */
    private int numberByCounting(Listener listener) {
        return listener.mode() == Plan.Mode.LISTS || listener.messages() % 2 == 0 ? change : -1;
    }

    /** Says that a change is made now; answers with how the place of its check-in is called. */
    String begin(int number) {
        told.set(number, new CountDownLatch(plan.readers()));
        change = number;
        started.set(number, System.nanoTime());
        return new String(MARK, StandardCharsets.US_ASCII) + "%06d".formatted(number);
    }

    /** Waits until everybody has been told a change. */
    void awaitTold(int number) throws InterruptedException {
        if (!told.get(number).await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("%d of %d were not told change %d; %d are connected"
                    .formatted(told.get(number).getCount(), plan.readers(), number, connected()));
        }
    }

    /** Forgets what was measured. */
    void measureAnew() {
        synchronized (listeners) {
            millis.clear();
        }
    }

    /** How long each client waited for each change. */
    List<Double> millis(Plan.Mode mode) {
        synchronized (listeners) {
            return List.copyOf(millis.getOrDefault(mode, List.of()));
        }
    }

    /** Bytes that have come to clients who asked for this. */
    long bytes(Plan.Mode mode) {
        synchronized (listeners) {
            return listeners.stream()
                    .filter(listener -> listener.mode() == mode)
                    .mapToLong(Listener::bytes)
                    .sum();
        }
    }

    /** Clients who asked for this. */
    long count(Plan.Mode mode) {
        synchronized (listeners) {
            return listeners.stream()
                    .filter(listener -> listener.mode() == mode)
                    .count();
        }
    }

    private long connected() {
        synchronized (listeners) {
            return listeners.stream().filter(Listener::isOpen).count();
        }
    }

    /** A channel that is closed keeps its connection until the selector is closed as well, or selects once more. */
    @Override
    public void close() throws IOException, InterruptedException {
        running = false;
        selector.wakeup();
        reader.join();
        for (Listener listener : listeners) {
            listener.channel().close();
        }
        for (SocketChannel channel : neverReading) {
            channel.close();
        }
        selector.close();
    }
}
