package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.parking.ParkedStreams;
import com.emlyon.platform.projections.projection.Projection;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Parameters;

/** The projection that an operator names; mixed into the commands that work on one projection. */
final class NamedProjection {

    @Parameters(index = "0", paramLabel = "PROJECTION", description = "Such as check-ins.")
    private String name = "";

    /**
     * Finds the projection of that name among those of the service; throws {@link CommandFailed} when there is none.
     */
    Projection in(ApplicationContext service) {
        return service.getBean(ParkedStreams.class)
                .projection(name)
                .orElseThrow(() -> new CommandFailed("There is no projection " + name));
    }
}
