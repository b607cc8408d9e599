package com.emlyon.connect.app.settings;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Settings that are only for development and tests: with them the service does not start in production. */
final class ProductionRefusals {

    private static final int LEAST_COST = 10;

    private ProductionRefusals() {}

    /** The refusals of such settings that are set; none outside of production. */
    static List<StartRefused> of(ConfigurableEnvironment environment) {
        List<StartRefused> refusals = new ArrayList<>();
        if (!ProductionProfile.isActive(environment)) {
            return refusals;
        }
        if (environment.getProperty("connect.demo", Boolean.class, false)) {
            refusals.add(
                    new StartRefused(
                            "Demo data (--demo, seed or CONNECT_DEMO) is refused in production, because the password of its accounts is public."));
        }
        if (isGuessedSoon(environment)) {
            refusals.add(new StartRefused(
                    "CONNECT_PASSWORDS_COST must be at least 10 in production, or stolen hashes are soon guessed."));
        }
        return refusals;
    }

    private static boolean isGuessedSoon(ConfigurableEnvironment environment) {
        try {
            return Binder.get(environment)
                    .bind("connect.passwords.cost", Integer.class)
                    .map(cost -> cost < LEAST_COST)
                    .orElse(false);
        } catch (BindException noNumber) {
            // The value is refused later, where Spring binds the setting.
            return false;
        }
    }
}
