package com.emlyon.connect.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files with which operators deploy the service say what is so: settings reach it, and metrics that they name exist. */
class DeploymentFilesTest {

    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^[ #]*([A-Z][A-Z0-9_]+)=(.*)$");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:connect|hikaricp|http_server|jvm|process|system)_[a-z_]+\\b");

    /** What one of the programs that read such files (shell, Docker, Compose, systemd) would understand in another way. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\s\"'#$\\\\`]");

    private static final List<String> REQUIRED_BY_COMPOSE =
            List.of("POSTGRES_PASSWORD", "JWT_SECRET", "MASTER_KEY", "FRONTEND_URL", "BASE_URL");

    @ParameterizedTest
    @ValueSource(strings = {".env.example", "docs/operating.md", "docs/deploy/README.md"})
    void noValueOfAnExampleHoldsACommentOrIsReadDifferentlyByPrograms(String file) {
        List<String> values = ASSIGNMENT
                .matcher(text(file))
                .results()
                .filter(line -> !line.group(2).contains("$(") && !line.group().contains(" \\"))
                .map(line -> line.group(2))
                .toList();

        assertThat(values)
                .hasSizeGreaterThan(3)
                .allSatisfy(value -> assertThat(AMBIGUOUS.matcher(value).find())
                        .as("ambiguous: " + value)
                        .isFalse());
    }

    @Test
    void everySettingOfTheExampleIsDescribed() {
        String operating = text("docs/operating.md");

        assertThat(variablesOfTheExample())
                .hasSizeGreaterThan(20)
                .filteredOn(variable -> !variable.equals("POSTGRES_PASSWORD"))
                // The period of a limit stands beside its number.
                .extracting(variable -> variable.replaceFirst("_PER$", "_MOST"))
                .allSatisfy(variable ->
                        assertThat(operating.contains(variable)).as(variable).isTrue());
    }

    /** Compose passes the whole file; what the composition fixes wins. */
    @Test
    void composePassesEverySetting() {
        JsonNode service = service("connect");

        assertThat(service.get("env_file").toString()).isEqualTo("[{\"path\":\".env\",\"required\":false}]");
        assertThat(service.get("environment").propertyNames())
                .containsExactlyInAnyOrder(
                        "NODE_ENV",
                        "PORT",
                        "DATABASE_URL",
                        "JWT_SECRET",
                        "MASTER_KEY",
                        "FRONTEND_URL",
                        "BASE_URL",
                        "DATA_DIR",
                        "MANAGEMENT_PORT");
        assertThat(variablesOfTheExample()).containsAll(REQUIRED_BY_COMPOSE);
        assertThat(REQUIRED_BY_COMPOSE)
                .allSatisfy(variable -> assertThat(text("docker-compose.yml"))
                        .contains("${%s:?set %s in .env}".formatted(variable, variable)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/deploy/grafana/emlyon-connect.json", "docs/deploy/prometheus/alerts.yml"})
    void everyMetricExists(String file) {
        ContractClient client = new ContractClient(TestNode.shared());
        Member pia = client.newMember("Pia One");
        client.newEvent(pia, "Gala", "2031-05-01");
        String metrics = client.get("/actuator/prometheus").send().text();

        Set<String> named = METRIC.matcher(text(file))
                .results()
                .map(metric -> metric.group())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named)
                .hasSizeGreaterThan(8)
                .allSatisfy(metric -> assertThat(metrics).as(metric).containsPattern("(?m)^" + metric + "[ {]"));
    }

    @Test
    void theInfoNamesTheProductAndTheCommit() {
        ContractClient client = new ContractClient(TestNode.shared());

        String info = client.get("/actuator/info").send().text();

        assertThat(info).contains("\"name\":\"emlyon connect\"");
        assertThat(info.contains("\"commit\":{\"id\":\"")).isEqualTo(Files.exists(file(".git")));
    }

    @Test
    void prometheusReadsTheAlertsAndTheyFireWhenTheyShould() {
        Tool promtool = Tool.named("promtool");
        Path folder = file("docs/deploy/prometheus");

        assertThat(promtool.run(folder, "check", "config", "prometheus.yml")).isZero();
        assertThat(promtool.run(folder, "test", "rules", "alerts_test.yml")).isZero();
    }

    @Test
    void logrotateReadsItsRules() {
        assertThat(Tool.named("logrotate").run(file("docs/deploy/logrotate"), "--debug", "emlyon-connect"))
                .isZero();
    }

    @Test
    void systemdReadsTheUnit() throws IOException {
        Tool analyze = Tool.named("systemd-analyze");
        Path folder = Files.createTempDirectory("unit");
        Path unit = folder.resolve("emlyon-connect.service");
        String java = ProcessHandle.current().info().command().orElseThrow();
        Files.writeString(
                unit,
                text("docs/deploy/systemd/emlyon-connect.service").replace("/opt/emlyon-connect/bin/connect", java));

        assertThat(analyze.run(folder, "verify", unit.toString())).isZero();
    }

    private static List<String> variablesOfTheExample() {
        return ASSIGNMENT
                .matcher(text(".env.example"))
                .results()
                .map(line -> line.group(1))
                .toList();
    }

    private static JsonNode service(String name) {
        JsonNode composition = new JsonMapper().valueToTree(new Yaml().load(text("docker-compose.yml")));
        return composition.get("services").get(name);
    }

    private static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Path file(String name) {
        return Page.root().resolve(name);
    }
}
