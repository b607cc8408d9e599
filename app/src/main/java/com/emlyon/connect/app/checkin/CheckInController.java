package com.emlyon.connect.app.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.checkin.ActiveCheckInOf;
import com.emlyon.connect.api.checkin.ActiveCheckIns;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckInNotYours;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.checkin.CheckOut;
import com.emlyon.connect.api.checkin.NotCheckedIn;
import com.emlyon.connect.api.checkin.OwnerOfCheckIn;
import com.emlyon.connect.app.account.Accounts;
import com.emlyon.connect.app.fields.RequestFields;
import com.emlyon.connect.app.idempotency.KeyedRequest;
import com.emlyon.connect.app.live.PagedList;
import com.emlyon.connect.app.live.Parameters;
import com.emlyon.connect.app.live.Selection;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Commands;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.Done;
import com.emlyon.connect.app.web.DoneWith;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Queries;
import com.emlyon.connect.app.web.Student;
import com.emlyon.connect.app.web.StudentOfPromotion;
import com.emlyon.connect.app.web.Texts;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.eventstore.refusal.Refusal;
import com.emlyon.platform.eventstore.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists where students have checked in, and checks the caller in and out. */
@RestController
@Tag(name = "Check-ins")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/checkins")
class CheckInController {

    private final Commands commands;
    private final KeyedRequest keyed;
    private final Queries queries;
    private final CheckInList list;
    private final Accounts accounts;
    private final Avatars avatars;
    private final Texts texts;
    private final Clock clock;

    CheckInController(
            Commands commands,
            KeyedRequest keyed,
            Queries queries,
            CheckInList list,
            Accounts accounts,
            Avatars avatars,
            Texts texts,
            Clock clock) {
        this.commands = commands;
        this.keyed = keyed;
        this.queries = queries;
        this.list = list;
        this.accounts = accounts;
        this.avatars = avatars;
        this.texts = texts;
        this.clock = clock;
    }

    @Operation(operationId = "listCheckIns", summary = "Lists the check-ins of the last 24 hours, newest first")
    @Parameter(
            name = CheckInList.BOX,
            in = ParameterIn.QUERY,
            description = "Only check-ins in a part of the map: west,south,east,north in degrees.",
            schema = @Schema(type = "string", example = "4.7,45.7,4.9,45.8"))
    @PagedList
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "checkIns.bbox")
    @GetMapping
    Data<List<CheckInAnswer<StudentOfPromotion>>> all(
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        Selection<CheckInList.Place> selection = list.selection(Parameters.of(parameters));
        List<CheckInView> checkIns = queries.all(new ActiveCheckIns(clock.instant()), CheckInView.class);
        return Data.of(selection.of(checkIns, CheckInList.Place::of).stream()
                .map(checkIn -> CheckInAnswer.listed(checkIn, avatars))
                .toList());
    }

    @Operation(operationId = "readCheckInOfUser", summary = "Shows where a student is; null when nobody knows")
    @GetMapping("/user/{account}")
    Data<@Nullable CheckInAnswer<Student>> of(@PathVariable String account) {
        return Data.of(queries.one(new ActiveCheckInOf(new AccountId(account), clock.instant()), CheckInView.class)
                .map(checkIn -> CheckInAnswer.single(checkIn, avatars))
                .orElse(null));
    }

    @Operation(operationId = "checkIn", summary = "Says where one is, instead of what one has said before")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DoneWith<CheckInAnswer<Student>> checkIn(
            @AuthenticationPrincipal AccountId me,
            @RequestFields CheckInRequest request,
            HttpServletResponse response) {
        AccountView account = accounts.ownShown(me, response);
        CheckIn command = new CheckIn(
                me,
                CheckInId.random(),
                request.locationName(),
                request.latitude(),
                request.longitude(),
                request.statusEmoji(),
                clock.instant());
        CheckInView checkIn = new CheckInView(
                command.checkIn(),
                account.student(),
                command.place(),
                command.latitude(),
                command.longitude(),
                command.emoji(),
                command.at());
        DoneWith<CheckInAnswer<Student>> answer =
                DoneWith.saying(texts.of("checkIn.created"), CheckInAnswer.single(checkIn, avatars));
        keyed.answerWithFacts(answer);
        commands.send(me, command, response, Projections.CHECK_INS);
        return answer;
    }

    @Operation(operationId = "checkOut", summary = "Ends a check-in")
    @FailsWith(status = HttpStatus.FORBIDDEN, text = "notYours")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "checkIn.unknown")
    @DeleteMapping("/{id}")
    Done checkOut(@AuthenticationPrincipal AccountId me, @PathVariable String id, HttpServletResponse response) {
        CheckInId checkIn = new CheckInId(id);
        try {
            commands.send(me, new CheckOut(me, checkIn, clock.instant()), response, Projections.CHECK_INS);
        } catch (Refused refused) {
            throw refused.refusal() instanceof NotCheckedIn ? new Refused(whyNotMine(checkIn, me)) : refused;
        }
        return Done.saying(texts.of("checkIn.deleted"));
    }

    /**
     * Returns the reason why the caller cannot end a check-in. The aggregate of the caller only knows that the check-in
     * is not theirs; the view knows whether it belongs to another student.
     */
    private Refusal whyNotMine(CheckInId checkIn, AccountId me) {
        return queries.one(new OwnerOfCheckIn(checkIn), AccountId.class)
                        .filter(owner -> !owner.equals(me))
                        .isPresent()
                ? new CheckInNotYours()
                : new NotCheckedIn();
    }
}
