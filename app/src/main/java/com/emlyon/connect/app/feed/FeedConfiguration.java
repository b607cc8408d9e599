package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.Vault;
import com.emlyon.connect.query.generation.ViewDatabase;
import com.emlyon.connect.query.history.History;
import com.emlyon.connect.query.live.LiveCampus;
import com.emlyon.connect.query.projection.Projection;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the feed looks at, and how it treats its clients. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FeedSettings.class, FeedLimits.class})
class FeedConfiguration {

    @Bean
    LiveCampus liveCampus(
            List<Projection> projections, ViewDatabase database, History history, Clock clock, Vault vault) {
        return new LiveCampus(projections, database, history, clock, vault);
    }
}
