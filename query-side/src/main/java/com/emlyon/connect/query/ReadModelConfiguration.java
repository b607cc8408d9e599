package com.emlyon.connect.query;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Makes the tables of the read model known to Spring Data. */
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = ReadModelConfiguration.class)
@EnableJpaRepositories(basePackageClasses = ReadModelConfiguration.class)
class ReadModelConfiguration {}
