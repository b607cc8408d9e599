package com.emlyon.connect.app.live;

import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.PageLimit;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/** Documents that a route returns a list of which clients can request pages ({@link ListPage}). */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = ListPage.AFTER,
        in = ParameterIn.QUERY,
        description = "The id of the last item of the page before; refused when it is no longer in the list.",
        schema = @Schema(type = "string"))
@Parameter(
        name = ListPage.LIMIT,
        in = ParameterIn.QUERY,
        description = "The most items; with fewer it is the last page. Without it: all.",
        schema = @Schema(type = "integer", minimum = "1", maximum = "" + PageLimit.HIGHEST))
@FailsWith(status = HttpStatus.BAD_REQUEST, text = "page.limit")
@FailsWith(status = HttpStatus.BAD_REQUEST, text = "list.after")
public @interface PagedList {}
