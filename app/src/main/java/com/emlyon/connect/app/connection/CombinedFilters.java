package com.emlyon.connect.app.connection;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.jspecify.annotations.Nullable;

/**
 * Combines all filters that Spring has registered into one, in their order. For each request Tomcat looks up each
 * filter in a map that it locks; with twenty filters and thousands of requests at once, the threads that serve health
 * checks waited for that lock for hundreds of milliseconds.
 */
final class CombinedFilters implements Filter, ServletContainerInitializer {

    private static final String NAME = "combined";
    private static final String ALL_PATHS = "/*";

    private final Context context;
    private List<Mapped> filters = List.of();

    /** Must be added to the initializers of this context after the one that registers the filters. */
    CombinedFilters(Context context) {
        this.context = context;
    }

    /** Replaces the filters of the context by this one; leaves them unchanged when one of them is not for all paths. */
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext servletContext) {
        List<FilterMap> maps = List.of(context.findFilterMaps());
        if (!maps.stream().allMatch(CombinedFilters::isForAllPaths)) {
            return;
        }
        filters = maps.stream()
                .map(map -> new Mapped(context.findFilterDef(map.getFilterName()), map.getDispatcherMapping()))
                .toList();
        maps.forEach(context::removeFilterMap);
        filters.forEach(filter -> context.removeFilterDef(filter.definition()));
        FilterDef combined = new FilterDef();
        combined.setFilterName(NAME);
        combined.setFilter(this);
        combined.setAsyncSupported(Boolean.TRUE.toString());
        context.addFilterDef(combined);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName(NAME);
        everywhere.addURLPatternDecoded(ALL_PATHS);
        Arrays.stream(DispatcherType.values()).map(DispatcherType::name).forEach(everywhere::setDispatcher);
        context.addFilterMap(everywhere);
    }

    private static boolean isForAllPaths(FilterMap map) {
        return Arrays.equals(map.getURLPatterns(), new String[] {ALL_PATHS}) && map.getServletNames().length == 0;
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        for (Mapped filter : filters) {
            filter.filter().init(new Config(filter.definition(), config.getServletContext()));
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        new Chain(filters, chain).doFilter(request, response);
    }

    @Override
    public void destroy() {
        filters.forEach(filter -> filter.filter().destroy());
    }

    /** @param dispatchers a bit for each type of dispatch that the filter is for, as {@link FilterMap} has them */
    private record Mapped(FilterDef definition, int dispatchers) {

        Filter filter() {
            return definition.getFilter();
        }

        boolean isFor(DispatcherType type) {
            int bit = switch (type) {
                case ERROR -> FilterMap.ERROR;
                case FORWARD -> FilterMap.FORWARD;
                case INCLUDE -> FilterMap.INCLUDE;
                case REQUEST -> FilterMap.REQUEST;
                case ASYNC -> FilterMap.ASYNC;
            };
            return (dispatchers & bit) != 0;
        }
    }

    /** The remaining filters, and the chain behind them. */
    private static final class Chain implements FilterChain {

        private final List<Mapped> filters;
        private final FilterChain behind;
        private int next;

        Chain(List<Mapped> filters, FilterChain behind) {
            this.filters = filters;
            this.behind = behind;
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response) throws IOException, ServletException {
            while (next < filters.size()) {
                Mapped filter = filters.get(next);
                next++;
                if (filter.isFor(request.getDispatcherType())) {
                    filter.filter().doFilter(request, response, this);
                    return;
                }
            }
            behind.doFilter(request, response);
        }
    }

    private record Config(FilterDef definition, ServletContext servletContext) implements FilterConfig {

        @Override
        public String getFilterName() {
            return definition.getFilterName();
        }

        @Override
        public ServletContext getServletContext() {
            return servletContext;
        }

        @Override
        public @Nullable String getInitParameter(String name) {
            return definition.getParameterMap().get(name);
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.enumeration(definition.getParameterMap().keySet());
        }
    }
}
