package com.emlyon.connect.app.demo;

import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.AllAccounts;
import com.emlyon.connect.app.web.Queries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Adds the demo data when the service is started with {@code --demo}; mentions that option while there are no accounts. Never in production. */
@Component
@Profile("!production")
@ConditionalOnWebApplication
class DemoAtStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoAtStart.class);

    private final DemoData demoData;
    private final Queries queries;
    private final boolean wanted;

    DemoAtStart(DemoData demoData, Queries queries, @Value("${connect.demo:false}") boolean wanted) {
        this.demoData = demoData;
        this.queries = queries;
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted) {
            demoData.seed();
        } else if (queries.all(new AllAccounts(), AccountView.class).isEmpty()) {
            log.info("There are no accounts yet. Start with --demo to try the service with demo data.");
        }
    }
}
