package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountAt;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.past.AsOf;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Queries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators an account as of a given moment: its public profile, without the email address. */
@RestController
@Tag(name = "Administration")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/admin/accounts")
class PastAccountController {

    private final Queries queries;
    private final AsOf asOf;
    private final AuditTrail trail;

    PastAccountController(Queries queries, AsOf asOf, AuditTrail trail) {
        this.queries = queries;
        this.asOf = asOf;
        this.trail = trail;
    }

    @Operation(operationId = "readAccountAsOf", summary = "Shows a student as they were at a moment")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "asOf.invalid")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "asOf.future")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "account.unknown")
    @GetMapping("/{id}")
    Data<PublicProfile> one(
            @PathVariable String id,
            @Parameter(name = "asOf", description = AsOf.DESCRIPTION) @RequestParam(name = "asOf", defaultValue = "")
                    String moment) {
        Optional<AccountView> found =
                queries.one(new AccountAt(new AccountId(id), asOf.parse(moment)), AccountView.class);
        trail.noteLook(Kind.PAST_READ, id, found);
        return Data.of(
                found.map(PublicProfile::of).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "account.unknown")));
    }
}
