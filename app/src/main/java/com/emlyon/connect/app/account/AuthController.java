package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.app.fields.Fields;
import com.emlyon.connect.app.security.EmailKeys;
import com.emlyon.connect.app.security.Passwords;
import com.emlyon.connect.app.security.Tokens;
import com.emlyon.connect.app.store.CredentialTable;
import com.emlyon.connect.app.store.CredentialTable.Login;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Commands;
import com.emlyon.connect.app.web.DoneWith;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Texts;
import com.emlyon.connect.query.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registration and login: the two ways to a token. */
@RestController
@Tag(name = "Accounts")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/auth")
class AuthController {

    private static final Logger log = LoggerFactory.getLogger(AuthController.class);

    private static final String UNSAID_PROMOTION = "EMI";

    private final Commands commands;
    private final Accounts accounts;
    private final CredentialTable credentials;
    private final EmailKeys emailKeys;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Avatars avatars;
    private final Texts texts;
    private final Clock clock;

    AuthController(
            Commands commands,
            Accounts accounts,
            CredentialTable credentials,
            EmailKeys emailKeys,
            Passwords passwords,
            Tokens tokens,
            Avatars avatars,
            Texts texts,
            Clock clock) {
        this.commands = commands;
        this.accounts = accounts;
        this.credentials = credentials;
        this.emailKeys = emailKeys;
        this.passwords = passwords;
        this.tokens = tokens;
        this.avatars = avatars;
        this.texts = texts;
        this.clock = clock;
    }

    @Operation(operationId = "register", summary = "Registers a student and hands out a token")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "email.taken")
    @FailsWith(status = HttpStatus.SERVICE_UNAVAILABLE, text = "busy")
    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    DoneWith<Authenticated<RegisteredUser>> register(@Fields Registration request, HttpServletResponse response) {
        EmailAddress email = EmailAddress.parse(request.email()).orElseThrow();
        AccountId account = AccountId.random();
        RegisterAccount command = new RegisterAccount(
                account,
                email,
                emailKeys.of(email),
                passwords.hash(request.password()),
                request.name(),
                given(request.promotion()).orElse(UNSAID_PROMOTION),
                given(request.avatarUrl()),
                clock.instant());
        commands.send(account, command, response, Projections.ACCOUNTS);
        RegisteredUser user = RegisteredUser.of(accounts.find(account).orElseThrow(), avatars);
        return DoneWith.saying(texts.of("registered"), new Authenticated<>(user, tokens.issue(account)));
    }

    @Operation(operationId = "login", summary = "Hands out a token to who knows the password")
    @FailsWith(status = HttpStatus.UNAUTHORIZED, text = "login.wrong")
    @FailsWith(status = HttpStatus.SERVICE_UNAVAILABLE, text = "busy")
    @PostMapping("/login")
    DoneWith<Authenticated<LoggedInUser>> login(@Fields LoginRequest request) {
        AccountId account = proven(request).orElseThrow(() -> {
            log.info("Refused a login");
            return new Problem(HttpStatus.UNAUTHORIZED, "login.wrong");
        });
        LoggedInUser user = accounts.find(account)
                .map(view -> LoggedInUser.of(view, avatars))
                .orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "login.wrong"));
        return DoneWith.saying(texts.of("loggedIn"), new Authenticated<>(user, tokens.issue(account)));
    }

    private Optional<AccountId> proven(LoginRequest request) {
        EmailAddress address = EmailAddress.parse(request.email()).orElseThrow();
        Optional<Login> login = credentials.loginOf(emailKeys.of(address));
        if (login.isEmpty()) {
            passwords.compareWithNobody(request.password());
        }
        return login.filter(found -> passwords.matches(request.password(), found.passwordHash()))
                .map(Login::account);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(Predicate.not(String::isEmpty));
    }
}
