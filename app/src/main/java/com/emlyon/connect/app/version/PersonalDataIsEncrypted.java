package com.emlyon.connect.app.version;

import com.emlyon.platform.eventstore.fact.Step;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.node.ObjectNode;

/**
 * From a certain revision on, facts store personal data encrypted. Values in clear of older revisions get the prefix
 * {@code plain:}, so that they are never taken for encrypted ones.
 */
@Configuration(proxyBeanMethods = false)
class PersonalDataIsEncrypted {

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

    /** Adds the prefix to each of the components. */
    private record MarkingPlain(String type, int from, List<String> components) implements Step {

        @Override
        public ObjectNode next(ObjectNode fact) {
            components.forEach(component -> fact.put(component, "plain:" + fact.required(component)));
            return fact;
        }
    }
}
