package com.emlyon.connect.app.connection;

import java.util.List;
import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Makes Tomcat use {@link PromptHttp} for students and, because the imports of Spring Boot's management context name
 * this class, also on {@code MANAGEMENT_PORT}.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@EnableConfigurationProperties(HttpLimits.class)
class PromptHttpConfiguration {

    /** What operators and load balancers request while the service is busy. */
    private static final List<String> HEALTH_AND_METRICS =
            List.of("GET /api/health", "HEAD /api/health", "GET /actuator/", "HEAD /actuator/");

    /** Closes connections whose requests do not arrive in time. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> promptRequests(HttpLimits limits) {
        return factory -> {
            factory.setProtocol(PromptHttp.class.getName());
            factory.addEngineValves(new ConnectionEnds());
            factory.addContextCustomizers(
                    context -> context.addServletContainerInitializer(new CombinedFilters(context), Set.of()));
            factory.addConnectorCustomizers(connector -> {
                // Tomcat keeps used objects in stacks with a lock, for which the acceptor and the poller would wait
                // behind virtual threads.
                connector.setProperty("socket.bufferPool", "0");
                connector.setProperty("socket.eventCache", "0");
                connector.setProperty("socket.processorCache", "0");
                if (connector.getProtocolHandler() instanceof PromptHttp http) {
                    http.setPriorities(HEALTH_AND_METRICS);
                    http.setLongestHead(limits.longestHead());
                    http.setLongestBody(limits.longestBody());
                    http.setMostWaitingRequests(limits.mostWaitingRequests());
                    http.setKeepAliveTimeout((int) limits.longestSilence().toMillis());
                    http.setDisableUploadTimeout(false);
                    http.setConnectionUploadTimeout(
                            (int) limits.longestSilence().toMillis());
                }
            });
        };
    }
}
