package com.emlyon.connect.app.avatar;

import com.emlyon.platform.images.PictureProcessor;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the picture processor and the store with {@code connect.avatar.*} and {@code connect.uploads}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AvatarLimits.class)
class AvatarConfiguration {

    @Bean
    PictureProcessor pictureProcessor(AvatarLimits limits) {
        return new PictureProcessor(limits.imageLimits());
    }

    @Bean
    AvatarStore avatarStore(@Value("${connect.uploads:./data/uploads}") String uploads, Clock clock) {
        return new AvatarFolder(Path.of(uploads), clock);
    }
}
