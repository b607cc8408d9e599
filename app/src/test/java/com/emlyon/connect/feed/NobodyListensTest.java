package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.checkin.ActiveCheckIns;
import com.emlyon.connect.api.event.AllEvents;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.operations.Scrape;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.Registration;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.Test;

class NobodyListensTest {

    private final ContractClient client = new ContractClient(FeedNode.node());
    private final Member pia = client.newMember("Pia One");

    @Test
    void nothingIsReadForTheFeedUntilSomebodyListens() {
        await().atMost(Duration.ofSeconds(10)).until(() -> Scrape.of(client).value("connect_sockets") == 0);
        List<Class<?>> asked = new CopyOnWriteArrayList<>();
        try (Registration watching = FeedNode.node()
                .bean(QueryBus.class)
                .registerHandlerInterceptor((unitOfWork, chain) -> {
                    asked.add(unitOfWork.getMessage().getPayloadType());
                    return chain.proceed();
                })) {
            assertThat(watching).isNotNull();

            // when
            for (int i = 0; i < 5; i++) {
                client.newCheckIn(pia, "Le Sucre " + i);
                client.newEvent(pia, "Gala " + i, "2031-05-01");
            }

            // then the changes are taken note of in their order, so what they would cost is asked before the welcome
            try (Feed feed = client.openFeed(pia.token())) {
                assertThat(feed.nextFrame()).contains("Le Sucre 4", "Gala 4");
            }
            assertThat(asked).containsOnlyOnce(ActiveCheckIns.class, AllEvents.class);
        }
    }
}
