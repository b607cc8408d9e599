package com.emlyon.connect.app.processing;

import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.projections.projection.Projection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Which types of fact each processor and projection handles. They skip all others, and store a position after those
 * only later.
 */
@Component
public class SubscribedFactTypes {

    private final ListableBeanFactory beans;
    private final List<Projection> projections;
    private final StoredTypes types;
    private final ParameterResolverFactory parameters;

    SubscribedFactTypes(
            ListableBeanFactory beans,
            List<Projection> projections,
            StoredTypes types,
            ParameterResolverFactory parameters) {
        this.beans = beans;
        this.projections = projections;
        this.types = types;
        this.parameters = parameters;
    }

    /** The names of the handled types of fact, by the name of the processor or projection. */
    public Map<String, Set<String>> factsByProcessor() {
        Map<String, Set<String>> facts = new TreeMap<>();
        for (String name : beans.getBeanNamesForAnnotation(ProcessingGroup.class)) {
            Class<?> handler = ClassUtils.getUserClass(Objects.requireNonNull(beans.getType(name)));
            String processor = handler.getAnnotation(ProcessingGroup.class).value();
            facts.merge(processor, factsFor(handler), SubscribedFactTypes::both);
        }
        projections.forEach(projection -> facts.put(projection.name(), types.namesOf(projection.facts())));
        return facts;
    }

    private <T> Set<String> factsFor(Class<T> handler) {
        var methods = AnnotatedHandlerInspector.inspectType(handler, parameters);
        return types.namesOf(fact -> methods.getHandlers(handler)
                .anyMatch(method -> method.canHandleMessageType(EventMessage.class) && method.canHandleType(fact)));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        some.addAll(others);
        return some;
    }
}
