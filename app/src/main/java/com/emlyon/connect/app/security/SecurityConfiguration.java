package com.emlyon.connect.app.security;

import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.web.FailureWriter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Configures which paths require a token or the role of administrator, and the responses to refused requests. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http, ProtectedPaths doors, Sessions sessions, AuditTrail trail, FailureWriter failures) {
        RequestMatcher closed = doors.requests();
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessionless -> sessionless.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Other filters write the security headers, for all responses, including those that never reach this
                // chain.
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(doors.requestsOfAdmins())
                        .hasRole(Role.ADMIN.name())
                        .requestMatchers(closed)
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .addFilterBefore(new TokenFilter(sessions, closed), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, failure) -> failures.write(
                                        request,
                                        response,
                                        HttpStatus.UNAUTHORIZED,
                                        request.getAttribute(TokenFilter.TEXT_FOR_FAILURE) instanceof String text
                                                ? text
                                                : "token.missing"))
                        .accessDeniedHandler((request, response, failure) -> {
                            trail.note(Note.of(Kind.ADMIN_REFUSED));
                            failures.write(request, response, HttpStatus.FORBIDDEN, "forbidden");
                        }))
                .build();
    }

    /** Each request is observed as a whole: to observe each filter of the chain costs more than most filters do. */
    @Bean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Relaxes the firewall. Unusual characters in a path lead to an unknown id (404), not to an invalid request; no
     * path leads to a file, so they do no harm. Tomcat has already refused control characters in headers; other unusual
     * characters in them are bytes of UTF-8, read as Latin-1. A method without a route is reported as an unknown route
     * after authorization. Unknown parameters are ignored, whatever their names.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowSemicolon(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowedHeaderValues(value -> true);
        firewall.setAllowedParameterNames(name -> true);
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /**
     * The service has no users in Spring's sense: without this bean Spring Boot would create one and log its password.
     */
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}
