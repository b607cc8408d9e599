package com.emlyon.connect.documentation;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.util.ArrayList;
import java.util.List;

/** What the routes have said when they were asked. */
final class Notes {

    private final ContractClient client;
    private final List<Given> given = new ArrayList<>();

    Notes(ContractClient client) {
        this.client = client;
    }

    /** All answers so far. */
    List<Given> given() {
        return List.copyOf(given);
    }

    /** Asks once, again with the ETag of the answer, and for one with another. */
    void revalidated(String route, String path, Member member) {
        String etag = note(route, client.get(path).as(member)).header("ETag").orElseThrow();
        note(route, client.get(path).as(member).header("If-None-Match", etag));
        note(route, client.get(path).as(member).header("If-Match", "\"another\""));
    }

    /** Asks for it, and keeps the answer. */
    Answer note(String route, Call call) {
        Answer answer = call.send();
        given.add(new Given(Route.of(route), answer));
        return answer;
    }
}
