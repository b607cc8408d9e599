package com.emlyon.connect.app.logging;

import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.DoneWith;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads and changes log levels while the service runs, for administrators. */
@RestController
@Tag(name = "Administration")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/admin/log-levels")
class LogLevelController {

    /** The levels that every logger can have; FATAL is a level of other logging systems. */
    private static final Set<LogLevel> LEVELS = EnumSet.complementOf(EnumSet.of(LogLevel.FATAL));

    private final LogLevels levels;
    private final AuditTrail trail;
    private final Texts texts;

    LogLevelController(LogLevels levels, AuditTrail trail, Texts texts) {
        this.levels = levels;
        this.trail = trail;
        this.texts = texts;
    }

    @Operation(operationId = "listLogLevels", summary = "Lists the loggers that have a level of their own")
    @GetMapping
    Data<List<LogLevelAnswer>> all() {
        return Data.of(levels.all().stream().map(LogLevelAnswer::of).toList());
    }

    @Operation(
            operationId = "setLogLevel",
            summary = "Gives a logger another level, on all running nodes, until they are restarted")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "logLevel.invalid")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "logger.unknown")
    @PutMapping("/{logger}")
    DoneWith<LogLevelAnswer> set(
            @PathVariable String logger,
            @Parameter(description = "TRACE, DEBUG, INFO, WARN, ERROR or OFF", example = "DEBUG")
                    @RequestParam(defaultValue = "")
                    String level) {
        LogLevel wanted = LEVELS.stream()
                .filter(known -> known.name().equals(level))
                .findFirst()
                .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "logLevel.invalid"));
        existing(logger);
        levels.set(logger, wanted);
        return changed(logger);
    }

    @Operation(
            operationId = "resetLogLevel",
            summary = "Gives a logger the level of the configuration again, on all running nodes")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "logger.unknown")
    @DeleteMapping("/{logger}")
    DoneWith<LogLevelAnswer> reset(@PathVariable String logger) {
        existing(logger);
        levels.reset(logger);
        return changed(logger);
    }

    private DoneWith<LogLevelAnswer> changed(String logger) {
        trail.note(Note.of(Kind.LOG_LEVEL_CHANGED).about(logger));
        return DoneWith.saying(texts.of("logLevel.changed"), LogLevelAnswer.of(existing(logger)));
    }

    private LoggerConfiguration existing(String logger) {
        return levels.find(logger).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "logger.unknown"));
    }
}
