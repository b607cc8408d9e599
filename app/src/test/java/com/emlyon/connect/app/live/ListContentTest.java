package com.emlyon.connect.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ListContentTest {

    private static final ListContent<Integer> LIST = content(10, 20, 30);

    @Test
    void itsBytesAreMadeOnce() {
        assertThat(LIST.body()).isSameAs(LIST.body());
        assertThat(LIST.compressedBody()).isSameAs(LIST.compressedBody());
        assertThat(LIST.from(20)).isSameAs(LIST.from(15));
    }

    @Test
    void compressedItSaysTheSame() throws IOException {
        try (GZIPInputStream opened = new GZIPInputStream(new ByteArrayInputStream(LIST.compressedBody()))) {
            assertThat(opened.readAllBytes()).isEqualTo(LIST.body());
        }
    }

    @Test
    void aPartBeginsAtAPlaceOrBehindIt() {
        assertThat(LIST.from(0).array()).isEqualTo("[10,20,30]");
        assertThat(LIST.from(20).array()).isEqualTo("[20,30]");
        assertThat(LIST.from(21).array()).isEqualTo("[30]");
        assertThat(LIST.from(31).array()).isEqualTo("[]");
    }

    @Test
    void theTagTellsListsApartByWhatIsInThem() {
        assertThat(LIST.tag()).startsWith("W/\"").isEqualTo(content(10, 20, 30).tag());
        assertThat(LIST.tag())
                .isNotEqualTo(content(10, 20).tag())
                .isNotEqualTo(content(20, 10, 30).tag())
                .isNotEqualTo(LIST.from(20).tag());
        assertThat(LIST.from(20).tag()).isEqualTo(content(20, 30).tag());
    }

    private static ListContent<Integer> content(int... numbers) {
        List<WrittenItem<Integer>> items = IntStream.of(numbers)
                .mapToObj(number -> {
                    byte[] json = String.valueOf(number).getBytes(StandardCharsets.UTF_8);
                    Sha256 digest = new Sha256();
                    digest.add(json);
                    return new WrittenItem<>(number, json, digest.take());
                })
                .toList();
        return new ListContent<>(items);
    }
}
