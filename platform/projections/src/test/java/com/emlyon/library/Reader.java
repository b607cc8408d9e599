package com.emlyon.library;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.emlyon.library.Command.EraseReader;
import com.emlyon.platform.eventstore.axon.TransactionalWrites;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.PersonKeys;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A reader, of whom the library remembers nothing but that they are to be forgotten. */
@Aggregate
@StoredAs("Reader")
class Reader {

    @AggregateIdentifier
    private ReaderId reader;

    @SuppressWarnings("NullAway.Init") // Axon fills it from its facts
    Reader() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void erase(EraseReader command, Clock clock) {
        apply(new ReaderErased(command.reader(), clock.instant()));
        TransactionalWrites.add(PersonKeys.destructionOf(command.reader()));
    }

    @EventSourcingHandler
    void on(ReaderErased fact) {
        reader = fact.reader();
    }
}
