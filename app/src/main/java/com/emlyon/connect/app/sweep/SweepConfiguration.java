package com.emlyon.connect.app.sweep;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * The scheduler of the jobs that delete expired rows. Without one of its own they would run on the threads on which
 * commands are retried.
 */
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
