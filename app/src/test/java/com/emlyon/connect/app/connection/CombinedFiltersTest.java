package com.emlyon.connect.app.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.core.StandardContext;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterConfig;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** One filter does what many did, in their order. */
class CombinedFiltersTest {

    private final StandardContext context = new StandardContext();
    private final List<String> events = new ArrayList<>();

    @Test
    void eachFilterHasItsTurnAndItsNameAndNoneThatIsNotForTheDispatch() throws Exception {
        register("one", "/*", DispatcherType.REQUEST, DispatcherType.ERROR);
        register("two", "/*", DispatcherType.REQUEST);
        register("three", "/*");

        CombinedFilters combined = combine();
        combined.init(new MockFilterConfig());
        filter(combined, DispatcherType.REQUEST);
        filter(combined, DispatcherType.ERROR);
        filter(combined, DispatcherType.FORWARD);

        assertThat(context.findFilterDefs())
                .singleElement()
                .extracting(FilterDef::getFilter)
                .isSameAs(combined);
        assertThat(context.findFilterMaps())
                .singleElement()
                .extracting(FilterMap::getDispatcherNames)
                .isEqualTo(new String[] {"FORWARD", "INCLUDE", "REQUEST", "ERROR", "ASYNC"});
        assertThat(events)
                .containsExactly(
                        "init one",
                        "init two",
                        "init three",
                        "one",
                        "two",
                        "three",
                        "servlet",
                        "one",
                        "servlet",
                        "servlet");
    }

    @Test
    void filtersOfSomePathsStayWhatTheyAre() {
        register("one", "/*");
        register("two", "/api/*");

        CombinedFilters unused = combine();

        assertThat(context.findFilterMaps())
                .extracting(FilterMap::getFilterName)
                .containsExactly("one", "two");
    }

    private CombinedFilters combine() {
        CombinedFilters combined = new CombinedFilters(context);
        combined.onStartup(null, mock(ServletContext.class));
        return combined;
    }

    private void filter(CombinedFilters combined, DispatcherType type) throws IOException, ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setDispatcherType(type);
        combined.doFilter(request, new MockHttpServletResponse(), (served, answer) -> events.add("servlet"));
    }

    private void register(String name, String path, DispatcherType... types) {
        FilterDef definition = new FilterDef();
        definition.setFilterName(name);
        definition.setFilter(new Noting());
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName(name);
        map.addURLPatternDecoded(path);
        for (DispatcherType type : types) {
            map.setDispatcher(type.name());
        }
        context.addFilterMap(map);
    }

    private final class Noting implements Filter {

        private String name = "";

        @Override
        public void init(FilterConfig config) {
            name = config.getFilterName();
            events.add("init " + name);
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            events.add(name);
            chain.doFilter(request, response);
        }
    }
}
