package com.emlyon.connect.query.account;

import com.emlyon.platform.eventstore.sql.SingleStatements;
import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** Reads {@code view.account}. */
@SingleStatements
interface AccountRows extends Repository<AccountRow, String> {

    List<AccountRow> findAllByIdIn(Collection<String> ids);

    List<AccountRow> findAll();
}
