package com.emlyon.platform.eventstore.axon;

import com.emlyon.platform.eventstore.append.TransactionalWrite;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The transactional writes of the command that is being handled; its unit of work keeps them until the facts are
 * appended.
 */
public final class TransactionalWrites {

    private static final String RESOURCE = TransactionalWrites.class.getName();

    private TransactionalWrites() {}

    /** Adds a statement to the command that is being handled. */
    public static void add(String statement, @Nullable Object... parameters) {
        add(transaction -> {
            try (PreparedStatement write = transaction.prepareStatement(statement)) {
                for (int i = 0; i < parameters.length; i++) {
                    write.setObject(i + 1, parameters[i]);
                }
                write.executeUpdate();
            }
        });
    }

    /** Adds a write to the command that is being handled on this thread. */
    public static void add(TransactionalWrite write) {
        add(CurrentUnitOfWork.get(), write);
    }

    /** Adds a write to the command that is being handled; it is executed with the facts, if there are any. */
    public static void add(UnitOfWork<?> unitOfWork, TransactionalWrite write) {
        unitOfWork
                .root()
                .<List<TransactionalWrite>>getOrComputeResource(RESOURCE, key -> new ArrayList<>())
                .add(write);
    }

    static List<TransactionalWrite> take(UnitOfWork<?> unitOfWork) {
        List<TransactionalWrite> writes = unitOfWork.root().getOrDefaultResource(RESOURCE, List.of());
        unitOfWork.root().resources().remove(RESOURCE);
        return writes;
    }
}
