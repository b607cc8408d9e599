package com.emlyon.connect.app.web;

import com.emlyon.connect.api.Query;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Sends queries to the read model. */
@Component
public class Queries {

    private final QueryGateway gateway;

    Queries(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** The single result, if there is one. */
    public <T> Optional<T> one(Query<Optional<T>> query, Class<T> type) {
        return answer(gateway.query(query, ResponseTypes.optionalInstanceOf(type)));
    }

    /** All results. */
    public <T> List<T> all(Query<List<T>> query, Class<T> type) {
        return answer(gateway.query(query, ResponseTypes.multipleInstancesOf(type)));
    }

    private static <R> R answer(CompletableFuture<R> answer) {
        try {
            return answer.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
