package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountUnknown;
import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.EmailSpellings;
import com.emlyon.connect.api.account.EmailTaken;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.credentials.CredentialTable;
import com.emlyon.connect.app.credentials.CredentialTable.Login;
import com.emlyon.connect.app.fields.RequestFields;
import com.emlyon.connect.app.idempotency.KeyedRequest;
import com.emlyon.connect.app.security.AddressKeys;
import com.emlyon.connect.app.security.EmailKeys;
import com.emlyon.connect.app.security.Passwords;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.throttle.Addresses;
import com.emlyon.connect.app.throttle.ClientNetworks;
import com.emlyon.connect.app.throttle.LoginRateLimiter;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Commands;
import com.emlyon.connect.app.web.DoneWith;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Texts;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.eventstore.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registration and login, the two requests that return a token. */
@RestController
@Tag(name = "Accounts")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/auth")
class AuthController {

    private static final Logger log = LoggerFactory.getLogger(AuthController.class);

    private static final String UNSAID_PROMOTION = "EMI";

    private final Commands commands;
    private final KeyedRequest keyed;
    private final Accounts accounts;
    private final CredentialTable credentials;
    private final EmailKeys emailKeys;
    private final Passwords passwords;
    private final LoginRateLimiter attempts;
    private final Addresses addresses;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Avatars avatars;
    private final Texts texts;
    private final Clock clock;

    AuthController(
            Commands commands,
            KeyedRequest keyed,
            Accounts accounts,
            CredentialTable credentials,
            EmailKeys emailKeys,
            Passwords passwords,
            LoginRateLimiter attempts,
            Addresses addresses,
            Sessions sessions,
            AuditTrail trail,
            Avatars avatars,
            Texts texts,
            Clock clock) {
        this.commands = commands;
        this.keyed = keyed;
        this.accounts = accounts;
        this.credentials = credentials;
        this.emailKeys = emailKeys;
        this.passwords = passwords;
        this.attempts = attempts;
        this.addresses = addresses;
        this.sessions = sessions;
        this.trail = trail;
        this.avatars = avatars;
        this.texts = texts;
        this.clock = clock;
    }

    @Operation(operationId = "register", summary = "Registers a student and hands out a token")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "email.taken")
    @FailsWith(status = HttpStatus.TOO_MANY_REQUESTS, text = "throttled")
    @FailsWith(status = HttpStatus.SERVICE_UNAVAILABLE, text = "busy")
    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    DoneWith<Authenticated<RegisteredUser>> register(
            @RequestFields Registration request, HttpServletRequest http, HttpServletResponse response) {
        AccountId account = keyed.registeredBefore().orElseGet(() -> registered(request, http, response));
        PasswordHash hash = credentials.hashOf(account).orElseThrow(() -> new Refused(new AccountUnknown(account)));
        RegisteredUser user = RegisteredUser.of(accounts.own(account), avatars);
        return DoneWith.saying(
                texts.of("registered"),
                new Authenticated<>(user, begin(account, hash, http).orElseThrow()));
    }

    private AccountId registered(Registration request, HttpServletRequest http, HttpServletResponse response) {
        ClientNetworks networks = addresses.networksOf(http);
        attempts.registration(networks);
        EmailAddress email = EmailAddress.parse(request.email()).orElseThrow();
        AddressKeys keys = emailKeys.of(EmailSpellings.typed(request.email()).orElseThrow());
        AccountId account = AccountId.random();
        PasswordHash hash = passwords.hash(request.password(), networks.widestFirst(), () -> refuseTaken(keys));
        keyed.belongsTo(account);
        RegisterAccount command = new RegisterAccount(
                account,
                email,
                keys.present(),
                keys.former(),
                hash,
                request.name(),
                given(request.promotion()).orElse(UNSAID_PROMOTION),
                given(request.avatarUrl()),
                clock.instant());
        commands.send(account, command, response, Projections.ACCOUNTS);
        attempts.know(keys.present(), networks.narrowest());
        return account;
    }

    @Operation(operationId = "login", summary = "Hands out a token to who knows the password")
    @FailsWith(status = HttpStatus.UNAUTHORIZED, text = "login.wrong")
    @FailsWith(status = HttpStatus.TOO_MANY_REQUESTS, text = "throttled")
    @FailsWith(status = HttpStatus.SERVICE_UNAVAILABLE, text = "busy")
    @PostMapping("/login")
    DoneWith<Authenticated<LoggedInUser>> login(@RequestFields LoginRequest request, HttpServletRequest http) {
        Login login = proven(request, addresses.networksOf(http)).orElseThrow(() -> {
            log.info("Refused a login");
            return new Problem(HttpStatus.UNAUTHORIZED, "login.wrong");
        });
        keyed.belongsTo(login.account());
        LoggedInUser user = accounts.find(login.account())
                .map(view -> LoggedInUser.of(view, avatars))
                .orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "login.wrong"));
        String token = begin(login.account(), login.passwordHash(), http)
                .orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "login.wrong"));
        trail.note(Note.of(Kind.LOGGED_IN).by(login.account()).about(login.account()));
        return DoneWith.saying(texts.of("loggedIn"), new Authenticated<>(user, token));
    }

    private Optional<String> begin(AccountId account, PasswordHash proof, HttpServletRequest http) {
        return sessions.begin(account, keyed.session(), proof, http.getHeader(HttpHeaders.USER_AGENT));
    }

    /**
     * Throws if the email address is taken. It runs just before the password is hashed, so that of simultaneous
     * registrations of one address, the late ones fail without using a core for a hash.
     */
    private void refuseTaken(AddressKeys keys) {
        if (credentials.loginOf(keys.all()).isPresent()) {
            throw new Refused(new EmailTaken());
        }
    }

    private Optional<Login> proven(LoginRequest request, ClientNetworks networks) {
        AddressKeys keys = emailKeys.of(EmailSpellings.typed(request.email()).orElseThrow());
        Optional<Login> login = credentials.loginOf(keys.all());
        // Attempts are counted under the key that the account has, so that other spellings of its address do not allow
        // more of them.
        EmailKey key = login.map(Login::emailKey).orElse(keys.present());
        return attempts.password(key, networks, () -> {
            if (login.isEmpty()) {
                passwords.compareWithNobody(request.password(), networks.widestFirst());
            }
            Optional<Login> proven = login.filter(
                    found -> passwords.matches(request.password(), found.passwordHash(), networks.widestFirst()));
            if (proven.isEmpty()) {
                Note refused = Note.of(Kind.LOGIN_REFUSED);
                trail.note(login.map(Login::account).map(refused::about).orElse(refused));
            }
            return proven;
        });
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(Predicate.not(String::isEmpty));
    }
}
