package com.emlyon.connect.app.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Who sweeps: without a scheduler of its own it would be the threads that commands are decided again on. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SweepConfiguration {

    @Bean
    TaskScheduler sweeper() {
        SimpleAsyncTaskScheduler sweeper = new SimpleAsyncTaskScheduler();
        sweeper.setVirtualThreads(true);
        sweeper.setThreadNamePrefix("sweep-");
        return sweeper;
    }
}
