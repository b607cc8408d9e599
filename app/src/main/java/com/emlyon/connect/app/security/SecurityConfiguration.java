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

/** Which doors open to whom, and what is said at them. */
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
                // They are written with every answer, also before and beside the doors.
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

    /** Requests are observed as a whole: to observe each filter of the chain costs more than most filters do. */
    @Bean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Odd characters make an id unknown, not the request invalid; no path leads to a file, so they do no harm. Of headers Tomcat
     * has refused control characters; what is left of them here are parts of letters in UTF-8, read as Latin-1. A method that no route
     * has makes the route unknown, behind these doors. A parameter that no route has is not looked at, whatever its name.
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

    /** There are no users with passwords in Spring's sense: without this bean Boot would make one up and log it. */
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}
