package com.emlyon.connect.app.security;

import com.emlyon.connect.app.web.FailureWriter;
import com.emlyon.connect.app.web.Paths;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which doors are closed without a token, and what is said at them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String[] CLOSED_DOORS = {"/api/checkins/**", "/api/events/**", "/api/users/**"};

    @Bean
    SecurityFilterChain doors(HttpSecurity http, Sessions sessions, FailureWriter failures) {
        RequestMatcher closed = closedDoors();
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessionless -> sessionless.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Uploads and lists are cached by their ETags, as the contract has it.
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(requests -> requests.requestMatchers(closed)
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
                        .accessDeniedHandler((request, response, failure) ->
                                failures.write(request, response, HttpStatus.FORBIDDEN, "forbidden")))
                .build();
    }

    private static RequestMatcher closedDoors() {
        var paths = PathPatternRequestMatcher.withPathPatternParser(Paths.anyCase());
        return new OrRequestMatcher(
                Arrays.stream(CLOSED_DOORS).map(paths::matcher).toArray(RequestMatcher[]::new));
    }

    /** Odd characters make an id unknown, not the request invalid; no path leads to a file, so they do no harm. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowSemicolon(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedSlash(true);
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
