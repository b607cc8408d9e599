package com.emlyon.connect.app;

import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The entry point of the service. What Axon would store by itself is stored by the packages store and processing. */
@SpringBootApplication(
        scanBasePackages = "com.emlyon.connect",
        exclude = {JpaAutoConfiguration.class, JpaEventStoreAutoConfiguration.class, JdbcAutoConfiguration.class})
public class EmlyonConnect {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(EmlyonConnect.class, arguments);
    }
}
