package com.emlyon.platform.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.platform.images.format.PictureFormat;
import com.emlyon.platform.images.structure.Animation;
import com.emlyon.platform.images.structure.Animation.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An animation moves as before. */
class AnimatedGifTest {

    private final PictureProcessor processor = new PictureProcessor(Pictures.LIMITS);

    @Test
    void anAnimationKeepsItsFramesTheirPlacesTheirTimesAndTheirDisposal() throws Exception {
        byte[] upload = new Animation(10, 8)
                .loops(0)
                .timing(7, 1, -1)
                .dot(0, 0, 1)
                .timing(300, 2, 3)
                .dot(9, 7, 2)
                .timing(12, 3, -1)
                .dot(4, 5, 3)
                .end();

        CleanPicture picture = processor.process(upload);

        assertThat(picture.format()).isEqualTo(PictureFormat.GIF);
        assertThat(Animation.frames(Pictures.bytes(picture)))
                .isEqualTo(Animation.frames(upload))
                .isEqualTo(List.of(
                        new Frame(0, 0, 1, 1, 7, "doNotDispose", 0xFFFF0000),
                        new Frame(9, 7, 1, 1, 300, "restoreToBackgroundColor", 0xFF00FF00),
                        new Frame(4, 5, 1, 1, 12, "restoreToPrevious", 0xFFFFFFFF)));
    }

    @Test
    void anAnimationKeepsWhatIsTransparent() throws Exception {
        byte[] upload = new Animation(2, 2)
                .timing(5, 0, 2)
                .dot(0, 0, 2)
                .timing(5, 0, 0)
                .dot(1, 1, 2)
                .end();

        List<Frame> frames = Animation.frames(Pictures.bytes(processor.process(upload)));

        assertThat(frames).extracting(frame -> frame.topLeftRgb() >>> 24).containsExactly(0x00, 0xFF);
    }

    @Test
    void anAnimationKeepsItsScreenAndItsNumberOfLoops() throws Exception {
        byte[] upload = new Animation(300, 200)
                .loops(515)
                .timing(5, 0, -1)
                .dot(0, 0, 1)
                .dot(1, 1, 2)
                .end();

        byte[] picture = Pictures.bytes(processor.process(upload));

        assertThat(Pictures.latin(picture))
                .containsOnlyOnce("NETSCAPE2.0\3\1\3\2\0")
                .startsWith("GIF89a,\1\u00C8\0");
    }

    @Test
    void anAnimationThatPlaysOnceGetsNoLoop() throws Exception {
        byte[] upload =
                new Animation(3, 3).timing(5, 0, -1).dot(0, 0, 1).dot(1, 1, 2).end();

        byte[] picture = Pictures.bytes(processor.process(upload));

        assertThat(Pictures.latin(picture)).doesNotContain("NETSCAPE");
    }
}
