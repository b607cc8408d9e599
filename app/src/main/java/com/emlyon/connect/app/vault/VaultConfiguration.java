package com.emlyon.connect.app.vault;

import com.emlyon.connect.app.settings.Settings;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the vault together. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    /** One that asks a key management service wraps where there is one; what the configured ones have wrapped is still understood. */
    @Bean
    MasterKeys masterKeys(Settings settings, ObjectProvider<MasterKey> elsewhere) {
        MasterKey configured = new ConfiguredMasterKey(settings.master().secret());
        return new MasterKeys(
                elsewhere.getIfAvailable(() -> configured),
                Stream.concat(
                                Stream.of(configured),
                                settings.master().accepted().stream().map(ConfiguredMasterKey::new))
                        .toList());
    }
}
