package com.emlyon.platform.eventstore.axon;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;
import static tools.jackson.databind.DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES;
import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.eventstore.personal.PersonalModule;
import java.util.List;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Writes facts and snapshots as JSON under the names and revisions of {@link StoredTypes}, never under class names;
 * personal data is encrypted as it is written.
 */
final class FactSerializer extends Jackson3Serializer {

    private final StoredTypes types;

    FactSerializer(StoredTypes types, PersonalModule personal, List<String> packages) {
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> configure(mapper, personal, packages)));
        this.types = types;
    }

    private static void configure(JsonMapper.Builder mapper, PersonalModule personal, List<String> packages) {
        mapper.addModule(personal);
        mapper.changeDefaultVisibility(visible -> visible.withFieldVisibility(ANY)
                .withGetterVisibility(NONE)
                .withIsGetterVisibility(NONE)
                .withSetterVisibility(NONE));
        // Axon stores its replay tokens with their class names; without a list of allowed classes Jackson 3 refuses to
        // read them.
        var allowed = BasicPolymorphicTypeValidator.builder().allowIfSubType("org.axonframework.");
        packages.forEach(base -> allowed.allowIfSubType(base + '.'));
        mapper.polymorphicTypeValidator(allowed.build());
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null) {
            return super.typeForClass(type);
        }
        return types.nameOf((Class<?>) type)
                .<SerializedType>map(stored -> new SimpleSerializedType(stored.value(), stored.revision()))
                .orElseGet(() -> super.typeForClass(type));
    }

    /** Stored values are read strictly: a missing or unknown component is an error. */
    @Override
    protected ObjectReader getReader(Class<?> type) {
        return types.nameOf(type).isPresent()
                ? super.getReader(type).with(FAIL_ON_UNKNOWN_PROPERTIES, FAIL_ON_MISSING_CREATOR_PROPERTIES)
                : super.getReader(type);
    }

    @Override
    protected String resolveClassName(SerializedType serializedType) {
        return types.classOf(serializedType.getName())
                .map(Class::getName)
                .orElseGet(() -> super.resolveClassName(serializedType));
    }
}
