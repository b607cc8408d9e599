package com.emlyon.connect.app.version;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.node.ObjectNode;

/**
 * From some revision on facts keep sealed what they say about persons. What older ones say plainly is marked as that, so that it
 * is never taken for something sealed.
 */
@Configuration(proxyBeanMethods = false)
class SayingsAreSealed {

    @Bean
    Step registrationsAreSealed() {
        return new MarkingPlain("AccountRegistered", 1, List.of("email", "name", "promotion", "avatarUrl"));
    }

    @Bean
    Step newNamesAreSealed() {
        return new MarkingPlain("AccountRenamed", 1, List.of("name"));
    }

    @Bean
    Step newEventsAreSealed() {
        return new MarkingPlain("EventCreated", 1, List.of("title", "description"));
    }

    @Bean
    Step changedEventsAreSealed() {
        return new MarkingPlain("EventUpdated", 1, List.of("title", "description"));
    }

    /** Marks components, each for itself. */
    private record MarkingPlain(String type, int from, List<String> components) implements Step {

        @Override
        public ObjectNode next(ObjectNode fact) {
            components.forEach(component -> fact.put(component, "plain:" + fact.required(component)));
            return fact;
        }
    }
}
