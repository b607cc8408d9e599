package com.emlyon.connect.app.vault;

import com.emlyon.connect.app.settings.Settings;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the vault. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    /**
     * Beans that use a key management service come first, in their order, then the configured master keys: the first of
     * all wraps, and all others can still unwrap.
     */
    @Bean
    MasterKeys masterKeys(Settings settings, ObjectProvider<MasterKey> elsewhere) {
        Stream<MasterKey> configured = Stream.concat(
                        Stream.of(settings.master().secret()), settings.master().accepted().stream())
                .map(ConfiguredMasterKey::new);
        List<MasterKey> all =
                Stream.concat(elsewhere.orderedStream(), configured).toList();
        return new MasterKeys(all.getFirst(), all);
    }
}
