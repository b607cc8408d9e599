package com.emlyon.connect.app.fields;

import com.emlyon.connect.app.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers their {@link RequestFields} parameters. */
@Component
class FieldsResolver implements HandlerMethodArgumentResolver {

    private final FieldReader reader;

    FieldsResolver(Validator validator, Texts texts) {
        this.reader = new FieldReader(validator, texts);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestFields.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        if (http == null) {
            throw new IllegalStateException("Fields are read from HTTP requests only");
        }
        return reader.read(
                RequestBodyFilter.fieldsOf(http), parameter.getParameterType().asSubclass(Record.class));
    }
}
