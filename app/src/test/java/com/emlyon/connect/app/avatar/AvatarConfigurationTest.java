package com.emlyon.connect.app.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.contract.Pictures;
import com.emlyon.platform.images.CleanPicture;
import com.emlyon.platform.images.PictureProcessor;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

/** Picture processor and store are set up from the configuration. */
class AvatarConfigurationTest {

    @TempDir
    Path uploads;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(AvatarConfiguration.class);

    @Test
    void avatarsAreKeptBelowTheConfiguredFolderWithinTheUsualLimits() {
        application.withPropertyValues("connect.uploads=" + uploads).run(context -> {
            CleanPicture picture = context.getBean(PictureProcessor.class).process(Pictures.png());

            String path = context.getBean(AvatarStore.class).keep(picture);

            assertThat(uploads.resolve(path.substring("/uploads/".length()))).exists();
            assertThat(context.getBean(AvatarLimits.class))
                    .isEqualTo(new AvatarLimits(25_000_000, 100_000_000, 1000, DataSize.ofMegabytes(32), 512, 1));
        });
    }

    @Test
    void theLimitsAreConfigurable() {
        application
                .withPropertyValues(
                        "connect.uploads=" + uploads,
                        "connect.avatar.pixels=100",
                        "connect.avatar.animation-pixels=200",
                        "connect.avatar.animation-frames=3",
                        "connect.avatar.file-size=4KB",
                        "connect.avatar.longest-side=64",
                        "connect.avatar.at-once=5")
                .run(context -> assertThat(context.getBean(AvatarLimits.class))
                        .isEqualTo(new AvatarLimits(100, 200, 3, DataSize.ofKilobytes(4), 64, 5)));
    }

    @Test
    void aLimitThatAllowsNothingStopsTheStart() {
        application
                .withPropertyValues("connect.uploads=" + uploads, "connect.avatar.at-once=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseMessage("connect.avatar.*: every limit must be at least 1"));
    }
}
