package com.emlyon.platform.eventstore.database;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Watches whether the database can be reached. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
@Import(DatabaseAvailability.class)
public class DatabaseAvailabilityConfiguration {}
