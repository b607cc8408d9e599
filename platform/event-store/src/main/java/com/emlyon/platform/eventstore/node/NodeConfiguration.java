package com.emlyon.platform.eventstore.node;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Registers this process among the nodes. */
@Configuration(proxyBeanMethods = false)
@Import({NodeTable.class, ThisNode.class})
public class NodeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    NodeDescription nodeDescription(ObjectProvider<BuildProperties> build) {
        return new NodeDescription(
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("development"), true);
    }
}
