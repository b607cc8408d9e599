package com.emlyon.connect.app.fields;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers ask for a record with {@link RequestFields}. */
@Configuration(proxyBeanMethods = false)
class FieldsConfiguration implements WebMvcConfigurer {

    private final FieldsResolver resolver;

    FieldsConfiguration(FieldsResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(resolver);
    }
}
