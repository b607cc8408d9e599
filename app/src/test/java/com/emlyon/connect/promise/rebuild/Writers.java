package com.emlyon.connect.promise.rebuild;

import com.emlyon.connect.app.TestNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Students who change everything that views show, again and again, until closed; each change carries a growing mark. */
final class Writers implements AutoCloseable {

    private final Marks marks;
    private final List<? extends Student> students;
    private final Habits habits;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong promised = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private volatile boolean go = true;

    /** Registers so many, who write without pause. */
    Writers(List<TestNode> nodes, Marks marks, int count) {
        this(StudentAtNode.some(nodes, count), marks, new Habits(5, Duration.ZERO));
    }

    Writers(List<? extends Student> students, Marks marks, Habits habits) {
        this.students = students;
        this.marks = marks;
        this.habits = habits;
    }

    /** Lets them write until closed. */
    Writers start(long seed) {
        for (int i = 0; i < students.size(); i++) {
            Student student = students.get(i);
            Random random = new Random(seed + i);
            threads.add(Thread.ofVirtual().start(() -> writeUntilClosed(student, random)));
        }
        return this;
    }

    private void writeUntilClosed(Student student, Random random) {
        Set<Student> visited = new HashSet<>(Set.of(student));
        for (int mark = 1; go; mark++) {
            try {
                if (random.nextInt(habits.changesForOneJoin()) == 0) {
                    join(student, students.get(random.nextInt(students.size())), visited);
                } else {
                    write(student, mark, random);
                }
                LockSupport.parkNanos(random.nextLong(habits.longestThought().toNanos() + 1));
            } catch (RuntimeException failure) {
                failures.add(failure.toString());
            }
        }
    }

    private void write(Student student, int mark, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> note(student.rename("Pia " + mark), "account " + student.account(), mark);
            case 1 -> note(student.retitle("Gala " + mark), "event " + student.event(), mark);
            default -> note(student.checkIn("Bar " + mark), "check-in " + student.account(), mark);
        }
    }

    private void join(Student student, Student host, Set<Student> visited) {
        if (visited.add(host)) {
            note(student.join(host.event()), "attends %s %s".formatted(host.event(), student.account()), 1);
        }
    }

    private void note(boolean everybodySeesIt, String key, int mark) {
        if (everybodySeesIt) {
            marks.reached(key, mark);
            promised.incrementAndGet();
        } else {
            late.incrementAndGet();
        }
    }

    /** What should never have happened. */
    Queue<String> failures() {
        return failures;
    }

    /** How many changes everybody was promised to see. */
    long promised() {
        return promised.get();
    }

    /** How many changes were not promised to be seen at once. */
    long late() {
        return late.get();
    }

    @Override
    public void close() throws InterruptedException {
        go = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** How often somebody joins, and how long they think at most before the next change. */
    record Habits(int changesForOneJoin, Duration longestThought) {}
}
