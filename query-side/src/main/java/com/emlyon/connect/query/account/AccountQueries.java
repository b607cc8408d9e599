package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountById;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.AccountsNamed;
import com.emlyon.connect.api.account.AllAccounts;
import com.emlyon.connect.api.account.Vault;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers questions about accounts. */
@Component
class AccountQueries {

    private final AccountRows rows;
    private final Vault vault;
    private final Unsealing unsealing;

    AccountQueries(AccountRows rows, Vault vault) {
        this.rows = rows;
        this.vault = vault;
        this.unsealing = new Unsealing(vault);
    }

    @QueryHandler
    Optional<AccountView> answer(AccountById query) {
        return rows.findById(query.account().value()).map(account -> account.view(unsealing));
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
        vault.expect(accounts.stream().map(AccountRow::id).toList());
        return accounts.stream().map(account -> account.view(unsealing));
    }
}
