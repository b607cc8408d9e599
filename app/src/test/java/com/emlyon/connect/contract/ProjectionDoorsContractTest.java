package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the routes below /api/admin/projections turn away, and what they do not find. */
@ContractTest
class ProjectionDoorsContractTest {

    private final ContractClient client = new ContractClient();
    private final Member admin = client.admin();
    private final Member pia = client.newMember("Pia One");

    @ParameterizedTest
    @CsvSource({
        "GET, /api/admin/projections",
        "GET, /api/admin/projections/events",
        "POST, /api/admin/projections/events/rebuild",
        "POST, /api/admin/projections/rebuild",
        "DELETE, /api/admin/projections/events/rebuild",
        "GET, /api/admin/projections/check-ins/parked",
        "GET, /api/admin/projections/check-ins/parked/1",
        "POST, /api/admin/projections/check-ins/parked/1/retry",
        "POST, /api/admin/projections/check-ins/parked/retry",
        "DELETE, /api/admin/projections/check-ins/parked/1"
    })
    void onlyAdministratorsMayAsk(String method, String path) {
        List<Integer> generations = generations();

        assertThat(client.call(method, path).send()).isFailure(401, "Token non fourni");
        assertThat(client.call(method, path).as(pia).send()).isFailure(403, "Non autorisé");
        assertThat(client.call(method, path).as(pia).inEnglish().send()).isFailure(403, "Not allowed");
        assertThat(generations()).isEqualTo(generations);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/admin/projections/nope",
        "POST, /api/admin/projections/nope/rebuild",
        "DELETE, /api/admin/projections/Check-Ins/rebuild",
        "GET, /api/admin/projections/nope/parked",
        "GET, /api/admin/projections/nope/parked/1",
        "POST, /api/admin/projections/nope/parked/1/retry",
        "POST, /api/admin/projections/nope/parked/retry",
        "DELETE, /api/admin/projections/nope/parked/1"
    })
    void anUnknownNameIsNotFound(String method, String path) {
        assertThat(client.call(method, path).as(admin).send()).isFailure(404, "Projection introuvable");
        assertThat(client.call(method, path).as(admin).inEnglish().send()).isFailure(404, "Projection not found");
    }

    /** Those that serve; none is being built. */
    private List<Integer> generations() {
        Answer all = client.get("/api/admin/projections").as(admin).send();
        assertThat(all.items())
                .hasSize(3)
                .allSatisfy(projection ->
                        assertThat(projection.get("rebuild").isNull()).isTrue());
        return all.items()
                .map(projection -> projection.get("generation").intValue())
                .toList();
    }
}
