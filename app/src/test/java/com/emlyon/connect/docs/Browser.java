package com.emlyon.connect.docs;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real browser without a window: the Chromium or Chrome of the machine, and its driver. */
final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final String DRIVER = "chromedriver";

    private final ChromeDriver driver;
    private final JsonMapper json = new JsonMapper();

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether the machine has one. */
    static boolean isHere() {
        return program(NAMES).isPresent() && program(List.of(DRIVER)).isPresent();
    }

    /** Starts it, with no pages and no past. */
    static Browser start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program(NAMES).orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program(List.of(DRIVER)).orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> program(List<String> names) {
        List<String> folders = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .toList();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page. */
    void open(URI page) {
        driver.get(page.toString());
    }

    /** What an expression is worth in the page. */
    JsonNode value(String expression) {
        return json.readTree(
                Objects.toString(driver.executeScript("return JSON.stringify(%s)".formatted(expression)), "null"));
    }

    /** Does something in the page. */
    void run(String script, Object... arguments) {
        driver.executeScript(script, arguments);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
