package com.emlyon.connect.app.export;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.app.account.Accounts;
import com.emlyon.connect.app.audit.AuditedAccount;
import com.emlyon.connect.app.avatar.AvatarStore;
import com.emlyon.connect.app.avatar.StoredAvatar;
import com.emlyon.connect.app.export.AccountExport.Picture;
import com.emlyon.connect.app.history.StoredStreams;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.throttle.KnownAddresses;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.IsoMillis;
import com.emlyon.connect.app.web.Texts;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects all data that is stored about a student, from wherever it is stored. */
@Component
class Exports {

    private final Accounts accounts;
    private final StoredStreams history;
    private final Sessions sessions;
    private final KnownAddresses addresses;
    private final AuditedAccount audit;
    private final AvatarStore pictures;
    private final Avatars avatars;
    private final Texts texts;
    private final Clock clock;

    Exports(
            Accounts accounts,
            StoredStreams history,
            Sessions sessions,
            KnownAddresses addresses,
            AuditedAccount audit,
            AvatarStore pictures,
            Avatars avatars,
            Texts texts,
            Clock clock) {
        this.accounts = accounts;
        this.history = history;
        this.sessions = sessions;
        this.addresses = addresses;
        this.audit = audit;
        this.pictures = pictures;
        this.avatars = avatars;
        this.texts = texts;
        this.clock = clock;
    }

    AccountExport of(AccountId student, String schema) {
        AccountView account = accounts.own(student);
        return new AccountExport(
                schema,
                AccountExport.VERSION,
                IsoMillis.of(clock.instant()),
                AccountExport.Account.of(account, avatars),
                picture(account),
                sessions.of(student).stream().map(AccountExport.Login::of).toList(),
                addresses.of(student).stream().map(AccountExport.Place::of).toList(),
                List.of(texts.of("export.passwordHash"), texts.of("export.buckets"), texts.of("export.answers")),
                audit.entriesOf(student).stream()
                        .map(entry -> AccountExport.Noted.of(entry, student))
                        .toList(),
                history.about(student).map(AccountExport.Happened::of));
    }

    private @Nullable Picture picture(AccountView account) {
        return pictures.open(account.avatarUrl()).flatMap(Exports::picture).orElse(null);
    }

    private static Optional<Picture> picture(StoredAvatar stored) {
        return stored.read()
                .map(content -> new Picture(
                        stored.mediaType().toString(), Base64.getEncoder().encodeToString(content)));
    }
}
