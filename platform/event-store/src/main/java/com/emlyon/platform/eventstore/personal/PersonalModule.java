package com.emlyon.platform.eventstore.personal;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The Jackson module for {@link Personal}: seals values on writing, and reads them without decrypting. */
public final class PersonalModule extends SimpleModule {

    /** Seals with the given function, usually of a {@link KeyVault}. */
    public PersonalModule(Function<Personal<?>, String> sealing) {
        super("personal");
        addSerializer(new Sealing(sealing));
        addDeserializer(Personal.class, new Taking());
    }

    @SuppressWarnings("rawtypes") // as Jackson knows it
    private static final class Sealing extends StdSerializer<Personal> {

        private final transient Function<Personal<?>, String> sealing;

        Sealing(Function<Personal<?>, String> sealing) {
            super(Personal.class);
            this.sealing = sealing;
        }

        @Override
        public void serialize(Personal said, JsonGenerator json, SerializationContext context) {
            json.writeString(sealing.apply(said));
        }
    }

    @SuppressWarnings("rawtypes") // as Jackson knows it
    private static final class Taking extends StdDeserializer<Personal> {

        Taking() {
            super(Personal.class);
        }

        @Override
        public Personal deserialize(JsonParser json, DeserializationContext context) {
            return json.currentToken() == JsonToken.VALUE_STRING
                    ? Personal.kept(json.getString())
                    : (Personal) context.handleUnexpectedToken(context.constructType(Personal.class), json);
        }
    }
}
