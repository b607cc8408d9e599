package com.emlyon.connect.operations;

import com.emlyon.connect.contract.ContractClient;
import java.util.Arrays;
import java.util.List;

/** What one look at the metrics of a node has shown. */
public record Scrape(List<String> lines) {

    /** Looks. */
    public static Scrape of(ContractClient client) {
        return new Scrape(
                client.get("/actuator/prometheus").send().text().lines().toList());
    }

    /** The value of the one series with this name and these labels, given as {@code name="value"}. */
    public double value(String name, String... labels) {
        List<String> found = lines.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("%s %s stands for %s".formatted(name, Arrays.toString(labels), found));
        }
        return Double.parseDouble(found.getFirst().substring(found.getFirst().lastIndexOf(' ') + 1));
    }
}
