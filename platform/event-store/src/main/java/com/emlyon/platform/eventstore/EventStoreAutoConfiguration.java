package com.emlyon.platform.eventstore;

import com.emlyon.platform.eventstore.axon.CommandBusConfiguration;
import com.emlyon.platform.eventstore.axon.EventStoreConfiguration;
import com.emlyon.platform.eventstore.database.DatabaseAvailabilityConfiguration;
import com.emlyon.platform.eventstore.database.SchemaConfiguration;
import com.emlyon.platform.eventstore.node.NodeConfiguration;
import com.emlyon.platform.eventstore.notification.NotificationConfiguration;
import com.emlyon.platform.eventstore.personal.PersonalDataConfiguration;
import com.emlyon.platform.eventstore.time.TimeConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Import;

/** All of the event store; the order is that of Axon's conditions, which must find what is configured here. */
@AutoConfiguration(
        after = JdbcClientAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration",
            "org.axonframework.springboot.autoconfig.InfraConfiguration",
            "org.axonframework.springboot.autoconfig.InterceptorAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.ObjectMapperAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration"
        })
@Import({
    SchemaConfiguration.class,
    DatabaseAvailabilityConfiguration.class,
    NotificationConfiguration.class,
    NodeConfiguration.class,
    TimeConfiguration.class,
    PersonalDataConfiguration.class,
    EventStoreConfiguration.class,
    CommandBusConfiguration.class
})
public class EventStoreAutoConfiguration {}
