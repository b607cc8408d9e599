package com.emlyon.connect.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListContentTest {

    private static final ListContent<NumberedPlace> LIST = content(10, 20, 30);

    @Test
    void itsBytesAreMadeOnce() {
        assertThat(LIST.body()).isSameAs(LIST.body());
        assertThat(from(20)).isSameAs(from(15));
    }

    @ParameterizedTest
    @EnumSource
    void itIsEncodedOnceInEachCoding(ListCoding coding) {
        assertThat(LIST.body(coding)).isSameAs(LIST.body(coding));
    }

    @Test
    void encodedItSaysTheSame() throws IOException {
        assertThat(LIST.body(ListCoding.IDENTITY)).isSameAs(LIST.body());
        assertThat(Zstd.decompress(LIST.body(ListCoding.ZSTD))).isEqualTo(LIST.body());
        try (GZIPInputStream opened = new GZIPInputStream(new ByteArrayInputStream(LIST.body(ListCoding.GZIP)))) {
            assertThat(opened.readAllBytes()).isEqualTo(LIST.body());
        }
    }

    @Test
    void aPartBeginsAtAPlaceOrBehindIt() {
        assertThat(from(0)).isSameAs(LIST);
        assertThat(items(from(20))).isEqualTo("[20,30]");
        assertThat(items(from(21))).isEqualTo("[30]");
        assertThat(items(from(31))).isEqualTo("[]");
    }

    @Test
    void theTagTellsListsApartByWhatIsInThem() {
        assertThat(LIST.tag()).startsWith("W/\"").isEqualTo(content(10, 20, 30).tag());
        assertThat(LIST.tag())
                .isNotEqualTo(content(10, 20).tag())
                .isNotEqualTo(content(20, 10, 30).tag())
                .isNotEqualTo(from(20).tag());
        assertThat(from(20).tag()).isEqualTo(content(20, 30).tag());
    }

    private static ListContent<NumberedPlace> from(int number) {
        return LIST.select(
                Selection.between(Optional.of(NumberedPlace.of(number)), Optional.empty(), name -> Optional.empty()));
    }

    private static ListContent<NumberedPlace> content(int... numbers) {
        List<WrittenItem<NumberedPlace>> items = IntStream.of(numbers)
                .mapToObj(number -> {
                    byte[] json = String.valueOf(number).getBytes(StandardCharsets.UTF_8);
                    return new WrittenItem<>(NumberedPlace.of(number), json, new Sha256().of(json));
                })
                .toList();
        return new ListContent<>(items);
    }

    private static String items(ListContent<?> list) {
        return StandardCharsets.UTF_8.decode(list.array()).toString();
    }
}
