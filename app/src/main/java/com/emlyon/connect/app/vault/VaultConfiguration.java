package com.emlyon.connect.app.vault;

import com.emlyon.connect.app.settings.Settings;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the vault together. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    /**
     * Those that ask a key management service come first, in the order of their beans: the first of all wraps, and what any of the
     * others has wrapped is still understood.
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
