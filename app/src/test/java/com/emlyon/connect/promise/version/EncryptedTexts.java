package com.emlyon.connect.promise.version;

import java.util.Map;

/** What was said about a person once, encrypted with a key that is known here: their meaning is checked where they are decrypted. */
public final class EncryptedTexts {

    static final String EMAIL = "P5r4aHozbqJtVQcBs261tnFC1GY9qShIdH50MT6zFLwrQz3Gk_xPv6t_5Go";
    static final String NAME = "QvHaTY7dIZWuMDL86CD2YXYGxWpKlO4aEhLTi9IldKjfOweHNRpkHl0";
    static final String PROMOTION = "OnpPf-qAQ8DxFeaF4EG1sYZcVEXabzI528PnyAZIo5bQKOr50A4";
    static final String AVATAR_URL =
            "rzbxoSzXd8j94M7EXIxsKklL533bzQJJbv-Vns5Jl5oETL-uOOJkyzNUGE6FSXcRw71c3PzC2o68_CGr7A";
    static final String OTHER_NAME = "eoRS24-UQ-2jehZYjff0LJ4p_ZnIFwR30NSnxL7I52HL28WcRZJDSCimLwhSHzX4";
    static final String WHEREABOUTS =
            "SFssAkSV0wlNItvEo0UFGIcnl02SvyLasC5DeaPqrEoQIzuiof9JpeZOiCRZFqRvRboON-m_l-YlSkmcR4s"
                    + "-rY3sbhGcErqi-3iljkG3eMYfcoocou8ZT1qMeYNvv2getKr_";
    static final String TITLE = "K-iSU2jBHt4Zuvb62fy2U4t753j_IvyqBRa5NIrwOTsylQ";
    static final String DESCRIPTION = "AZ2oUSuhrASMh0fK8Lj-rXDtfg1p_1Z8YfoA4puXHZAeH41V1TDSe0xf8eVH2-4";
    static final String OTHER_TITLE = "XJMtqfG9J2sYJ6XR2yIwc4e6Qcb7jDou1E1LG1B0bzC_";
    static final String NOTHING = "3mRq0gJ59fkStxgCvIRjBnAmQEPm29wIfwlLJYyr";

    /** What each of them says, as JSON. */
    public static final Map<String, String> MEANINGS = Map.of(
            EMAIL, "\"pia@emlyon.com\"",
            NAME, "\"Pia Müller\"",
            PROMOTION, "\"PGE 2027\"",
            AVATAR_URL, "\"https://avatars.example/pia.png\"",
            OTHER_NAME, "\"Pia \\\"Pi\\\" Müller\"",
            WHEREABOUTS, "{\"place\":\"Le Sucre\",\"latitude\":-45.7489,\"longitude\":4.0,\"emoji\":\"🎵\"}",
            TITLE, "\"Gala\"",
            DESCRIPTION, "\"Au parc,\\nà 20 h\"",
            OTHER_TITLE, "\"Bal\"",
            NOTHING, "\"\"");

    private EncryptedTexts() {}
}
