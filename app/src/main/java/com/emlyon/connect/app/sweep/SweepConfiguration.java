package com.emlyon.connect.app.sweep;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** The thread of those who sweep: without a scheduler of its own it would be those that commands are decided again on. */
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
