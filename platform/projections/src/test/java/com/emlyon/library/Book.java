package com.emlyon.library;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.emlyon.library.Command.AddBook;
import com.emlyon.library.Command.LendBook;
import com.emlyon.library.Command.ReturnBook;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A book, which one reader at a time can have. */
@Aggregate(snapshotTriggerDefinition = "snapshotsOfLongStreams", cache = "booksInMemory")
@StoredAs("Book")
class Book {

    @AggregateIdentifier
    private String book;

    private @Nullable ReaderId reader;

    @SuppressWarnings("NullAway.Init") // Axon fills it from its facts
    Book() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    Book(AddBook command, Clock clock) {
        apply(new BookAdded(command.book(), command.title(), clock.instant()));
    }

    @CommandHandler
    void lend(LendBook command, Clock clock) {
        if (reader != null) {
            throw new Refused(new NotAvailable(book));
        }
        apply(new BookLent(book, command.reader(), Personal.of(command.reader(), command.name()), clock.instant()));
    }

    @CommandHandler
    void takeBack(ReturnBook command, Clock clock) {
        if (reader != null) {
            apply(new BookReturned(book, reader, clock.instant()));
        }
    }

    @EventSourcingHandler
    void on(BookAdded fact) {
        book = fact.book();
    }

    @EventSourcingHandler
    void on(BookLent fact) {
        reader = fact.reader();
    }

    @EventSourcingHandler
    void on(BookReturned fact) {
        reader = null;
    }
}
