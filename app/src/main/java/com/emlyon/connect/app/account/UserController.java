package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.AllAccounts;
import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.api.account.RenameAccount;
import com.emlyon.connect.app.avatar.FormerAvatars;
import com.emlyon.connect.app.fields.RequestFields;
import com.emlyon.connect.app.live.PagedList;
import com.emlyon.connect.app.live.Parameters;
import com.emlyon.connect.app.live.Selection;
import com.emlyon.connect.app.security.Caller;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.throttle.CountsAs;
import com.emlyon.connect.app.throttle.RateLimitCategory;
import com.emlyon.connect.app.web.Commands;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.Done;
import com.emlyon.connect.app.web.DoneWith;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Queries;
import com.emlyon.connect.app.web.Texts;
import com.emlyon.connect.query.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the profiles of all students, and changes or deletes the caller's own. */
@RestController
@Tag(name = "Users")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/users")
class UserController {

    private final Commands commands;
    private final Queries queries;
    private final UserList list;
    private final Accounts accounts;
    private final PasswordProof proof;
    private final Texts texts;
    private final Clock clock;

    UserController(
            Commands commands,
            Queries queries,
            UserList list,
            Accounts accounts,
            PasswordProof proof,
            Texts texts,
            Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.list = list;
        this.accounts = accounts;
        this.proof = proof;
        this.texts = texts;
        this.clock = clock;
    }

    @Operation(operationId = "listUsers", summary = "Lists all students by name")
    @Parameter(
            name = UserList.NAME,
            in = ParameterIn.QUERY,
            description = "Only students with this in their name, whatever the case and the accents.",
            schema = @Schema(type = "string", example = "zoe"))
    @PagedList
    @GetMapping
    Data<List<PublicProfile>> all(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        Selection<UserList.Place> selection = list.selection(Parameters.of(parameters));
        List<AccountView> accounts = queries.all(new AllAccounts(), AccountView.class);
        return Data.of(selection.of(accounts, UserList.Place::of).stream()
                .map(PublicProfile::of)
                .toList());
    }

    @Operation(operationId = "readMe", summary = "Shows one's own profile")
    @GetMapping("/me")
    Data<Profile> me(@AuthenticationPrincipal AccountId me) {
        return Data.of(Profile.of(accounts.own(me)));
    }

    @Operation(operationId = "readUser", summary = "Shows a student")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "account.unknown")
    @GetMapping("/{id}")
    Data<PublicProfile> one(@PathVariable String id) {
        return accounts.find(new AccountId(id))
                .map(PublicProfile::of)
                .map(Data::of)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "account.unknown"));
    }

    @Operation(operationId = "renameMe", summary = "Changes one's name")
    @PutMapping("/me")
    DoneWith<Profile> rename(
            @AuthenticationPrincipal AccountId me, @RequestFields NewName request, HttpServletResponse response) {
        Profile profile = Profile.of(accounts.own(me));
        String name = request.name();
        if (name != null) {
            commands.send(me, new RenameAccount(me, name, clock.instant()), response, Projections.ACCOUNTS);
            profile = profile.named(name);
        }
        return DoneWith.saying(texts.of("account.updated"), profile);
    }

    @Operation(
            operationId = "deleteMe",
            summary = "Deletes one's account and all that belongs to it; the password confirms it")
    @FailsWith(status = HttpStatus.FORBIDDEN, text = "password.wrong")
    @FailsWith(status = HttpStatus.TOO_MANY_REQUESTS, text = "throttled")
    @FailsWith(status = HttpStatus.SERVICE_UNAVAILABLE, text = "busy")
    @CountsAs(RateLimitCategory.GUESS)
    @DeleteMapping("/me")
    Done delete(@Caller Session caller, @RequestFields AccountDeletionRequest request, HttpServletResponse response) {
        AccountId me = caller.account();
        proof.of(caller, request.password());
        commands.send(
                me,
                new DeleteAccount(me, clock.instant()),
                response,
                Projections.ACCOUNTS,
                Projections.CHECK_INS,
                Projections.EVENTS,
                FormerAvatars.NAME);
        return Done.saying(texts.of("account.deleted"));
    }
}
