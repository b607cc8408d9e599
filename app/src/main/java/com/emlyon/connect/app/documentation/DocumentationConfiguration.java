package com.emlyon.connect.app.documentation;

import com.emlyon.connect.app.security.ProtectedPaths;
import com.emlyon.connect.app.web.Texts;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Creates the documentation, unless {@code connect.documentation.enabled} switches it off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("connect.documentation.enabled")
class DocumentationConfiguration {

    @Bean
    OpenAPI titlePage(ObjectProvider<BuildProperties> build) throws IOException {
        String description = new ClassPathResource("description.md", DocumentationConfiguration.class)
                .getContentAsString(StandardCharsets.UTF_8);
        return new OpenAPI()
                // The same for every reader: by default it would be the host that the request names.
                .servers(List.of(new Server().url("/")))
                .info(new Info().title("emlyon connect").version(version(build)).description(description))
                .tags(Tags.all())
                .components(new Components()
                        .addSchemas(FailureResponses.SCHEMA, FailureResponses.schema())
                        .addSecuritySchemes(
                                ClosedRoutes.SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("The token of a login or a registration.")));
    }

    private static String version(ObjectProvider<BuildProperties> build) {
        return build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
    }

    @Bean
    LiveDocument liveDocument(ObjectProvider<BuildProperties> build, JsonMapper json) {
        return new LiveDocument(version(build), json);
    }

    @Bean
    FailureResponses failureResponses(Texts texts) {
        return new FailureResponses(texts);
    }

    @Bean
    ModelConverter answerSchemas() {
        return new AnswerSchemas();
    }

    @Bean
    GlobalOperationComponentsCustomizer chapters(Validator validator, FailureResponses failures) {
        return new Chapters(List.of(
                new NullableAnswers(), new RequestBodies(validator, failures), new Refusals(failures), new Pictures()));
    }

    /** Each one completes what the former ones have written. */
    @Bean
    OpenApiCustomizer wholeDocument(ProtectedPaths doors, FailureResponses failures) {
        List<OpenApiCustomizer> inOrder = List.of(
                new KeyedRoutes(failures),
                new ClosedRoutes(doors, failures),
                new TemporaryRefusals(failures),
                new ResponseHeaders(),
                new SchemaNames());
        return document -> inOrder.forEach(customizer -> customizer.customise(document));
    }
}
