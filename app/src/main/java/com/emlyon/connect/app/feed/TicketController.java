package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.security.Caller;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.Ticket;
import com.emlyon.connect.app.security.Tickets;
import com.emlyon.connect.app.throttle.CountsAs;
import com.emlyon.connect.app.throttle.RateLimitCategory;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.IsoMillis;
import com.emlyon.connect.app.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Issues tickets for the feeds, which clients put into the address instead of a token. */
@RestController
@Tag(name = "Live")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/ws-tickets")
class TicketController {

    private final Tickets tickets;

    TicketController(Tickets tickets) {
        this.tickets = tickets;
    }

    @Operation(
            operationId = "issueTicket",
            summary = "Hands out a ticket with which one WebSocket can be opened within 30 seconds")
    @CountsAs(RateLimitCategory.TICKET)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Data<TicketAnswer> issue(@Caller Session caller) {
        Ticket ticket =
                tickets.issue(caller.pass()).orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "token.invalid"));
        return Data.of(new TicketAnswer(ticket.value(), IsoMillis.of(ticket.expiresAt())));
    }

    /** A ticket, as returned to clients. */
    record TicketAnswer(String ticket, String expiresAt) {}
}
