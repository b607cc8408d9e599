package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountById;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.AccountsNamed;
import com.emlyon.connect.api.account.AllAccounts;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.eventstore.sql.BatchLoader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about accounts. */
@Component
class AccountQueries {

    private static final String BY_IDS = """
            SELECT id, email, name, promotion, avatar_url, created_at, updated_at FROM view.account WHERE id = ANY (?)
            """;

    private final AccountRows rows;
    private final JdbcClient database;
    private final PersonalDataReader personalData;
    private final Decryption decryption;
    private final BatchLoader<AccountId, Optional<AccountRow>> byId = new BatchLoader<>(this::find);

    AccountQueries(AccountRows rows, JdbcClient database, PersonalDataReader personalData) {
        this.rows = rows;
        this.database = database;
        this.personalData = personalData;
        this.decryption = new Decryption(personalData);
    }

    /**
     * Decrypts after the connection is returned to the pool: decryption may need a connection, too, so threads that held
     * all connections would wait for each other.
     */
    @QueryHandler
    Optional<AccountView> answer(AccountById query) {
        return byId.load(query.account()).map(account -> account.view(decryption));
    }

    /** Runs with every change, so it avoids Hibernate, in which a check-in spent a sixth of its time. */
    private List<Optional<AccountRow>> find(List<AccountId> accounts) {
        Map<AccountId, AccountRow> found = database
                .sql(BY_IDS)
                .param(accounts.stream().map(AccountId::value).toArray(String[]::new))
                .query((row, number) -> AccountRow.of(row))
                .list()
                .stream()
                .collect(Collectors.toMap(AccountRow::id, Function.identity()));
        return accounts.stream()
                .map(account -> Optional.ofNullable(found.get(account)))
                .toList();
    }

    @QueryHandler
    List<AccountView> answer(AccountsNamed query) {
        List<String> ids = query.accounts().stream().map(AccountId::value).toList();
        return views(rows.findAllByIdIn(ids)).toList();
    }

    @QueryHandler
    List<AccountView> answer(AllAccounts query) {
        return views(rows.findAll())
                .sorted(Comparator.comparing(PlaceByName::of))
                .toList();
    }

    private Stream<AccountView> views(List<AccountRow> accounts) {
        personalData.expect(accounts.stream().map(AccountRow::id).toList());
        return accounts.stream().map(account -> account.view(decryption));
    }
}
