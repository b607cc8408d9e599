package com.emlyon.library;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Column;
import com.emlyon.platform.projections.table.Rows;
import com.emlyon.platform.projections.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes {@code book}, the books of the library, and {@code loan}, who has which; names stay encrypted in the rows. */
@Component
class LoansProjection implements Projection {

    static final String NAME = "loans";

    static final Column BOOK = Column.text("book");
    static final Column TITLE = Column.text("title");
    static final Table BOOKS = new Table("book", List.of(BOOK), List.of(), List.of(TITLE));

    private static final Column READER = Column.text("reader");
    private static final Column READER_NAME = Column.text("name");
    private static final Column SINCE = Column.moment("since");
    private static final Table LOANS = new Table("loan", List.of(BOOK, READER), List.of(), List.of(READER_NAME, SINCE));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table> tables() {
        return List.of(BOOKS, LOANS);
    }

    @Override
    public SqlFile tableDefinitions() {
        return SqlFile.beside(LoansProjection.class, "loans-tables.sql");
    }

    @Override
    public Optional<SqlFile> indexDefinitions() {
        return Optional.of(SqlFile.beside(LoansProjection.class, "loans-indexes.sql"));
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(BookAdded.class, BookLent.class, BookReturned.class, ReaderErased.class);
    }

    @Override
    public void apply(Fact fact, long position, Rows rows) {
        switch (fact) {
            case BookAdded added -> {
                if (added.title().isBlank()) {
                    throw new IllegalArgumentException("Nobody would find " + added.book());
                }
                rows.put(BOOKS, BOOK.of(added.book()), TITLE.of(added.title()));
            }
            case BookLent lent ->
                rows.put(
                        LOANS,
                        BOOK.of(lent.book()),
                        READER.of(lent.reader().value()),
                        READER_NAME.of(lent.name().asEncrypted()),
                        SINCE.of(lent.at()));
            case BookReturned returned ->
                rows.remove(
                        LOANS,
                        BOOK.of(returned.book()),
                        READER.of(returned.reader().value()));
            case ReaderErased erased ->
                rows.removeAll(LOANS, READER.of(erased.reader().value()));
            default -> throw new IllegalArgumentException("No fact about loans: " + fact.getClass());
        }
    }
}
