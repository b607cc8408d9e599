package com.emlyon.connect.app.live;

import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.EntityTagFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Gives a list that was read from the tables the same entity tag as it would have from memory. */
@ControllerAdvice
class TagsOfTableLists implements ResponseBodyAdvice<Data<List<?>>> {

    private final JsonMapper json;

    TagsOfTableLists(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return answer.hasMethodAnnotation(PagedList.class);
    }

    @Override
    public @Nullable Data<List<?>> beforeBodyWrite(
            @Nullable Data<List<?>> body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body != null && request instanceof ServletServerHttpRequest served) {
            tag(served.getServletRequest(), body.data());
        }
        return body;
    }

    private void tag(HttpServletRequest request, List<?> items) {
        Sha256 digest = new Sha256();
        EntityTagFilter.tagWith(
                request, WrittenItem.tagOf(items.stream().map(item -> digest.of(json.writeValueAsBytes(item)))));
    }
}
