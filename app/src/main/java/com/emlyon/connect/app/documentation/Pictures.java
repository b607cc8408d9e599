package com.emlyon.connect.app.documentation;

import com.emlyon.platform.images.format.PictureFormat;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.web.method.HandlerMethod;

/**
 * Documents what a route that serves pictures answers: the bytes, a part of them, or that the client has them already.
 */
final class Pictures implements Chapter {

    @Override
    public void write(Operation operation, Components components, HandlerMethod handler) {
        ResolvableType answer = ResolvableType.forMethodReturnType(handler.getMethod());
        if (answer.getGeneric(0).toClass() == Resource.class) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "200", new ApiResponse().description("The picture").content(picture()))
                    .addApiResponse(
                            "206",
                            new ApiResponse().description("The range asked for").content(picture()))
                    .addApiResponse("304", new ApiResponse().description("As the client already knows it"));
        }
    }

    private static Content picture() {
        Content content = new Content();
        for (PictureFormat format : PictureFormat.values()) {
            content.addMediaType(
                    format.mediaType(),
                    new MediaType().schema(new JsonSchema().typesItem("string").format("binary")));
        }
        return content;
    }
}
