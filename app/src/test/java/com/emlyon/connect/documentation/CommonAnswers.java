package com.emlyon.connect.documentation;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.util.ArrayList;
import java.util.List;

/** Asks every documented route for the failures that many routes have in common. */
record CommonAnswers(ContractClient client, Member pia) {

    private static final String SOMETHING = "00000000-0000-4000-8000-000000000000";
    private static final int PRECONDITION_FAILED = 412;
    private static final int MORE_THAN_A_BODY = 101 * 1024;

    List<Given> of(DocumentedRoute documented) {
        Route route = documented.route();
        String path = route.pathTo(SOMETHING);
        List<Answer> answers = new ArrayList<>();
        if (documented.wantsAToken()) {
            answers.add(client.call(route.method(), path).send());
            answers.add(client.call(route.method(), path).bearer("x").send());
        }
        if (documented.statuses().contains(PRECONDITION_FAILED)
                && !route.method().equals("GET")) {
            answers.add(client.call(route.method(), path)
                    .as(pia)
                    .header("If-Match", "\"another\"")
                    .send());
        }
        if (route.hasVariable()) {
            answers.add(client.raw()
                    .send(
                            route.method(),
                            route.pathTo("%zz"),
                            "Authorization: Bearer " + pia.token(),
                            "Content-Length: 0"));
        }
        if (documented.jsonBody().isPresent()) {
            answers.add(client.call(route.method(), path).as(pia).json("{").send());
            answers.add(client.call(route.method(), path)
                    .as(pia)
                    .json("\"" + "a".repeat(MORE_THAN_A_BODY) + "\"")
                    .send());
        }
        if (route.method().equals("POST")) {
            answers.addAll(new KeyMistakes(client, pia).of(documented));
        }
        return answers.stream().map(answer -> new Given(route, answer)).toList();
    }
}
