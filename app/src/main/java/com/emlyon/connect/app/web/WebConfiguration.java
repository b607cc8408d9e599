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

/** Makes Spring MVC speak the wire contract. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class WebConfiguration implements WebMvcConfigurer {

    private static final List<String> PATHS_OF_TOOLS = List.of("/actuator", "/v3/api-docs");

    @Override
    public void configurePathMatch(PathMatchConfigurer paths) {
        paths.setPatternParser(Paths.anyCase());
    }

    /** Answers are JSON whatever a client says it accepts, as the contract has it; only tools get what they ask for. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        ContentNegotiationStrategy asAsked = new HeaderContentNegotiationStrategy();
        negotiation.strategies(List.of(request ->
                isFromATool(request) ? asAsked.resolveMediaTypes(request) : List.of(JsonContent.MEDIA_TYPE)));
    }

    /** {@link Failures} has an answer to everything; what it lets go has to reach the server, which ends the connection. */
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

    /** Before all other filters, and also while a failure is answered. */
    @Bean
    FilterRegistrationBean<LenientHeaders> lenientHeaders() {
        var filter = new FilterRegistrationBean<>(new LenientHeaders());
        filter.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Before all other filters, which may answer themselves. */
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

    /** Tomcat refuses TRACE before any filter could answer as the contract has it; {@link UnknownMethods} does. */
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
