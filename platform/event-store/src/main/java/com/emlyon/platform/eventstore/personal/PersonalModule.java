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

/** The Jackson module for {@link Personal}: encrypts values on writing, and reads them without decrypting. */
public final class PersonalModule extends SimpleModule {

    /** Encrypts with the given function, usually of a {@link PersonalDataCipher}. */
    public PersonalModule(Function<Personal<?>, String> encryption) {
        super("personal");
        addSerializer(new Encrypting(encryption));
        addDeserializer(Personal.class, new Taking());
    }

    @SuppressWarnings("rawtypes") // as Jackson knows it
    private static final class Encrypting extends StdSerializer<Personal> {

        private final transient Function<Personal<?>, String> encryption;

        Encrypting(Function<Personal<?>, String> encryption) {
            super(Personal.class);
            this.encryption = encryption;
        }

        @Override
        public void serialize(Personal said, JsonGenerator json, SerializationContext context) {
            json.writeString(encryption.apply(said));
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
                    ? Personal.encrypted(json.getString())
                    : (Personal) context.handleUnexpectedToken(context.constructType(Personal.class), json);
        }
    }
}
