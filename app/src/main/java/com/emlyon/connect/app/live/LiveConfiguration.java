package com.emlyon.connect.app.live;

import com.emlyon.connect.query.live.LiveCampus;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the in-memory copy of the views that the live read model follows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveReadModelSettings.class)
class LiveConfiguration {

    @Bean
    LiveCampus liveCampus(
            List<Projection> projections,
            ViewDatabase database,
            History history,
            Clock clock,
            PersonalDataReader personalData,
            LiveReadModelSettings settings) {
        return new LiveCampus(projections, database, history, clock, personalData, settings.longestLag());
    }
}
