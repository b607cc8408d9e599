package com.emlyon.connect.app.web;

import com.emlyon.connect.app.settings.Settings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/** Configures Spring MVC for the wire contract. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class WebConfiguration implements WebMvcConfigurer {

    private static final List<String> PATHS_OF_TOOLS = List.of("/actuator", "/v3/api-docs");

    @Override
    public void configurePathMatch(PathMatchConfigurer paths) {
        paths.setPatternParser(Paths.anyCase());
    }

    /**
     * Answers are JSON whatever a client accepts, as the contract demands; only tools get the type that they ask for.
     */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        ContentNegotiationStrategy asAsked = new HeaderContentNegotiationStrategy();
        negotiation.strategies(List.of(request ->
                isFromATool(request) ? asAsked.resolveMediaTypes(request) : List.of(JsonContent.MEDIA_TYPE)));
    }

    /**
     * {@link Failures} handles every exception; one that it rethrows has to reach the server, which closes the
     * connection.
     */
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.removeIf(DefaultHandlerExceptionResolver.class::isInstance);
    }

    private static boolean isFromATool(NativeWebRequest request) {
        return request.getNativeRequest() instanceof HttpServletRequest http
                && PATHS_OF_TOOLS.stream().anyMatch(http.getRequestURI()::startsWith);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    /** Runs before all other filters, and also in the dispatch that answers a failure. */
    @Bean
    FilterRegistrationBean<LenientHeaders> lenientHeaders() {
        var filter = new FilterRegistrationBean<>(new LenientHeaders());
        filter.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Runs before all other filters, because those may answer themselves. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> securityHeaders() {
        HeaderWriterFilter headers = new HeaderWriterFilter(SecurityHeaders.writers());
        headers.setShouldWriteHeadersEagerly(true);
        var filter = new FilterRegistrationBean<>(headers);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return filter;
    }

    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlash() {
        var filter = new FilterRegistrationBean<>(UrlHandlerFilter.trailingSlashHandler("/{api:(?i)api}/**")
                .wrapRequest()
                .build());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    /** An escaped slash in an id makes the id unknown, not the request invalid. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> escapedSlashes() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    /**
     * Lets TRACE through, because Tomcat would refuse it before a filter could answer as the contract demands;
     * {@link UnknownMethods} does.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> methods() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> failuresOfTomcat() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(UndecodablePaths.class.getName());
            }
        });
    }
}
