package com.emlyon.library;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a librarian can ask for. */
sealed interface Command {

    /** Add a book. */
    record AddBook(@TargetAggregateIdentifier String book, String title) implements Command {}

    /** Lend a book to a reader of that name. */
    record LendBook(@TargetAggregateIdentifier String book, ReaderId reader, String name) implements Command {}

    /** Take a book back. */
    record ReturnBook(@TargetAggregateIdentifier String book) implements Command {}

    /** Forget a reader. */
    record EraseReader(@TargetAggregateIdentifier ReaderId reader) implements Command {}
}
