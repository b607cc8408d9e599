package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountById;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.AccountsNamed;
import com.emlyon.connect.api.account.AllAccounts;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers questions about accounts. */
@Component
class AccountQueries {

    private final AccountRows rows;

    AccountQueries(AccountRows rows) {
        this.rows = rows;
    }

    @QueryHandler
    Optional<AccountView> answer(AccountById query) {
        return rows.findById(query.account().value()).map(AccountRow::view);
    }

    @QueryHandler
    List<AccountView> answer(AccountsNamed query) {
        List<String> ids = query.accounts().stream().map(AccountId::value).toList();
        return rows.findAllByIdIn(ids).stream().map(AccountRow::view).toList();
    }

    @QueryHandler
    List<AccountView> answer(AllAccounts query) {
        return rows.findAllByOrderByNameAscIdAsc().stream()
                .map(AccountRow::view)
                .toList();
    }
}
