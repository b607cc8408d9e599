package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.history.FactAnswer;
import com.emlyon.connect.app.history.StoredStreams;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code history}: lists the facts of a stream as they are stored, with personal data decrypted. */
@Command(
        name = "history",
        description = {
            "List the facts of a stream: an account or an event by its id, a student's check-ins as presence-<account>.",
            "Names, places and texts are shown in clear; that it was read is entered in the audit trail."
        },
        mixinStandardHelpOptions = true)
final class ShowHistory implements Runnable {

    @Mixin
    private final HeadlessContext headless;

    @Mixin
    private final JsonOutput json = new JsonOutput();

    @Parameters(paramLabel = "STREAM", description = "The stream.")
    private String stream = "";

    ShowHistory(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public void run() {
        try (var context = headless.looking(Part.FACTS, Part.HISTORY, Part.AUDIT)) {
            Optional<Stream<FactAnswer>> facts =
                    context.getBean(StoredStreams.class).whole(stream);
            Note look = Note.of(Kind.HISTORY_READ).byOperator().with("found", facts.isPresent());
            context.getBean(AuditTrail.class).note(facts.isPresent() ? look.about(stream) : look);
            print(
                    facts.orElseThrow(() -> new CommandFailed("There is no stream " + stream)),
                    context.getBean(JsonMapper.class));
        }
    }

    private void print(Stream<FactAnswer> facts, JsonMapper mapper) {
        if (json.isWanted()) {
            json.print(headless.out(), facts.toList());
        } else {
            facts.forEach(fact -> headless.out().println(line(fact, mapper)));
            headless.out().flush();
        }
    }

    private static String line(FactAnswer fact, JsonMapper mapper) {
        return "%d  %d  %s  %s  %s"
                .formatted(
                        fact.position(),
                        fact.sequence(),
                        fact.at() == null ? fact.recordedAt() : fact.at(),
                        fact.type(),
                        mapper.writeValueAsString(fact.payload()));
    }
}
