package com.emlyon.connect.app.eventstore;

import com.emlyon.connect.app.settings.Settings;
import com.emlyon.platform.eventstore.node.NodeDescription;
import com.emlyon.platform.eventstore.personal.MasterKeySettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of operators, as the event store needs them. */
@Configuration(proxyBeanMethods = false)
class EventStoreBeans {

    @Bean
    MasterKeySettings masterKeySettings(Settings settings) {
        return new MasterKeySettings(
                settings.master().secret(),
                settings.master().accepted(),
                new MasterKeySettings.Names("MASTER_KEY", "MASTER_KEYS_ACCEPTED"));
    }

    @Bean
    NodeDescription nodeDescription(ObjectProvider<BuildProperties> build, ApplicationContext context) {
        return new NodeDescription(
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("development"),
                context instanceof WebServerApplicationContext);
    }
}
