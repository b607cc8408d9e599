package com.emlyon.connect.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.feed.FeedCloseReason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/feed.md, as far as no browser is needed to try it. */
class FeedPageTest {

    private static final int SHORT = 40;

    private final Page page = Page.named("feed.md");

    @Test
    void itSaysHowConnectionsEnd() {
        List<String> rows = Arrays.stream(FeedCloseReason.values())
                .map(farewell -> "| %s | %s |".formatted(code(farewell), farewell.meaning()))
                .toList();

        assertThat(page.text().lines()).containsAll(rows);
    }

    private static String code(FeedCloseReason farewell) {
        return farewell.reason().isEmpty()
                ? String.valueOf(farewell.code())
                : "%d `%s`".formatted(farewell.code(), farewell.reason());
    }

    @Test
    void itsScriptsCanBeReadAtAGlance() {
        assertThat(page.scripts())
                .containsOnlyKeys("campus.js", "follow.js")
                .allSatisfy(
                        (name, script) -> assertThat(script.lines()).as(name).hasSizeLessThan(SHORT));
    }
}
