package com.emlyon.platform.eventstore.axon;

import com.emlyon.platform.eventstore.refusal.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Times every command by type and outcome: {@code accepted}, {@code conflict}, {@code failed}, or the name of the
 * refusal.
 */
final class CommandCounter implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final MeterRegistry meters;
    private final String name;

    /** @param name the name of the timer */
    CommandCounter(MeterRegistry meters, String name) {
        this.meters = meters;
        this.name = name;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Timer.Sample sample = Timer.start(meters);
        String command = unitOfWork.getMessage().getPayloadType().getSimpleName();
        unitOfWork.afterCommit(done -> stop(sample, command, "accepted"));
        unitOfWork.onRollback(undone ->
                stop(sample, command, outcomeOf(undone.getExecutionResult().getExceptionResult())));
        return chain.proceed();
    }

    private void stop(Timer.Sample sample, String command, String outcome) {
        sample.stop(meters.timer(name, "command", command, "outcome", outcome));
    }

    private static String outcomeOf(@Nullable Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused.refusal().getClass().getSimpleName();
            case AggregateNotFoundException unknown -> "Unknown";
            case ConcurrencyException conflict -> "conflict";
            case null, default -> "failed";
        };
    }
}
