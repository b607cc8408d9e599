package com.emlyon.connect.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The entry point of the service. */
@SpringBootApplication(scanBasePackages = "com.emlyon.connect")
public class EmlyonConnect {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(EmlyonConnect.class, arguments);
    }
}
