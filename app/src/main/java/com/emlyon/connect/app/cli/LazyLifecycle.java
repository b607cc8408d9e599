package com.emlyon.connect.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.support.DefaultLifecycleProcessor;

/**
 * Starts no bean by itself, and stops the beans that were created and started. Spring's own processor would create
 * every bean with a lifecycle when the context is refreshed, even lazy ones.
 */
final class LazyLifecycle extends DefaultLifecycleProcessor {

    private @Nullable ConfigurableListableBeanFactory beans;

    @Override
    public void setBeanFactory(BeanFactory factory) {
        super.setBeanFactory(factory);
        beans = (ConfigurableListableBeanFactory) factory;
    }

    @Override
    protected Map<String, Lifecycle> getLifecycleBeans() {
        Map<String, Lifecycle> made = new LinkedHashMap<>();
        ConfigurableListableBeanFactory factory = Objects.requireNonNull(beans);
        for (String name : factory.getBeanDefinitionNames()) {
            if (factory.containsSingleton(name)
                    && factory.getSingleton(name) instanceof Lifecycle bean
                    && bean != this) {
                made.put(name, bean);
            }
        }
        return made;
    }
}
