package com.emlyon.connect.app.avatar;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the studio and the store with {@code connect.avatar.*} and {@code connect.uploads}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StudioLimits.class)
class AvatarConfiguration {

    @Bean
    AvatarStudio avatarStudio(StudioLimits limits) {
        return new AvatarStudio(limits);
    }

    @Bean
    AvatarStore avatarStore(@Value("${connect.uploads:./data/uploads}") String uploads, Clock clock) {
        return new AvatarFolder(Path.of(uploads), clock);
    }
}
