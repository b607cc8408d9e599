package com.emlyon.platform.eventstore.personal;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Configures the encryption of personal data. */
@Configuration(proxyBeanMethods = false)
@Import({
    MasterKeyAvailability.class,
    KeyTable.class,
    KeyCache.class,
    PersonalDataCipher.class,
    SharedKeys.class,
    MasterKeyCheck.class,
    OtherNodes.class,
    MasterKeyRotation.class
})
public class PersonalDataConfiguration {

    /**
     * Beans that use a key management service come first, in their order, then the configured master keys: the first of
     * all wraps, and all others can still unwrap.
     */
    @Bean
    MasterKeys masterKeys(ObjectProvider<MasterKeySettings> settings, ObjectProvider<MasterKey> elsewhere) {
        Stream<MasterKey> configured = settings.stream()
                .flatMap(given -> Stream.concat(Stream.of(given.secret()), given.accepted().stream()))
                .map(ConfiguredMasterKey::new);
        List<MasterKey> all =
                Stream.concat(elsewhere.orderedStream(), configured).toList();
        if (all.isEmpty()) {
            throw new MasterKeyRefused("event-store.master-key.secret: give a secret of at least 32 bytes, or a bean of"
                    + " the type MasterKey");
        }
        MasterKeySettings.Names names = settings.stream()
                .map(MasterKeySettings::names)
                .findFirst()
                .orElse(MasterKeySettings.Names.OF_PROPERTIES);
        return new MasterKeys(all.getFirst(), all, names);
    }

    /**
     * The settings of {@code event-store.master-key}, where the domain does not bring its own. A key management service
     * needs none.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("event-store.master-key.secret")
    @ConditionalOnMissingBean(MasterKeySettings.class)
    @EnableConfigurationProperties(MasterKeyProperties.class)
    static class FromProperties {

        @Bean
        MasterKeySettings masterKeySettings(MasterKeyProperties properties) {
            return properties.settings();
        }
    }
}
