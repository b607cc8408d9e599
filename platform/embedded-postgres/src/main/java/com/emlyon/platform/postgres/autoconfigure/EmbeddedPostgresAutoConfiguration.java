package com.emlyon.platform.postgres.autoconfigure;

import com.emlyon.platform.postgres.PostgresOptions;
import com.emlyon.platform.postgres.PostgresStart;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ConfigurationCondition.ConfigurationPhase;

/** Gives the data source of Spring Boot the built-in PostgreSQL when the application names no database of its own. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnClass(JdbcConnectionDetails.class)
@ConditionalOnMissingBean({DataSource.class, JdbcConnectionDetails.class})
@Conditional(EmbeddedPostgresAutoConfiguration.IsWanted.class)
@EnableConfigurationProperties(EmbeddedPostgresProperties.class)
public final class EmbeddedPostgresAutoConfiguration {

    @Bean
    PostgresStart embeddedPostgresStart(EmbeddedPostgresProperties properties) {
        return new PostgresStart(PostgresOptions.in(properties.folder(), properties.name()));
    }

    /**
     * The data source depends on these details, so the server starts before the first connection and stops after the
     * last.
     */
    @Bean
    JdbcConnectionDetails embeddedPostgresConnection(PostgresStart start) {
        return new EmbeddedPostgresConnectionDetails(start);
    }

    /** It was asked for, or nothing was said about it and no other database is named. */
    static final class IsWanted extends AnyNestedCondition {

        IsWanted() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnBooleanProperty("embedded-postgres.enabled")
        static final class AskedFor {}

        @Conditional(NothingSaid.class)
        static final class NoOther {}
    }

    /** Neither this PostgreSQL nor the address of another was mentioned. */
    static final class NothingSaid extends NoneNestedConditions {

        NothingSaid() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static final class Address {}

        // Also "false", which the annotation would otherwise take for a property that is not set.
        @ConditionalOnProperty(name = "embedded-postgres.enabled", havingValue = "false")
        static final class Refusal {}
    }
}
