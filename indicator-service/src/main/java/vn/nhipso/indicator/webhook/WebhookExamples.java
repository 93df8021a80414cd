package vn.nhipso.indicator.webhook;

/** Examples for the API description. */
final class WebhookExamples {

    static final String REGISTER = """
            {"url":"https://dashboard.example.vn/hooks/nhipso","types":["measurements.changed","return.late"],"unit":"82","indicators":["DG01","DG04"]}
            """;

    static final String REGISTERED = """
            {"id":"6f1f3c1e-7f0e-4a0b-9f0b-0c4b3f6f2a11","url":"https://dashboard.example.vn/hooks/nhipso",
             "types":["measurements.changed","return.late"],"unit":"82","indicators":["DG01","DG04"],"state":"ENABLED","next":"indicator:4711",
             "secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","createdBy":"steward","createdAt":"2026-03-02T08:15:30Z"}
            """;

    static final String DELIVERIES = """
            {"items":[
              {"id":"0197c3a0-5a77-7d53-9d0e-0a2a4c1f7b11","type":"measurements.changed","state":"PENDING",
               "attempts":[{"at":"2026-03-02T08:15:31Z","status":503,"durationMillis":184,"answer":"maintenance"}],
               "nextAttemptAt":"2026-03-02T08:15:36Z","createdAt":"2026-03-02T08:15:31Z"}]}
            """;

    static final String CHANGED = """
            {"type":"measurements.changed","timestamp":"2026-03-02T08:15:30.123456Z",
             "data":{"webhook":"6f1f3c1e-7f0e-4a0b-9f0b-0c4b3f6f2a11","changes":[
               {"sequence":"indicator:4711","type":"CORRECTED",
                "measurement":{"id":"0197c3a0-5a77-7d53-9d0e-0a2a4c1f7b11","indicator":"DG04","unit":"87","period":"2024-04-14","scope":"OWN",
                 "numerator":809,"denominator":1664,"value":48.62,"valueText":"48.62","percent":48.6178,"qualifiers":[],
                 "definitionVersion":1,"revision":2,"recordedAt":"2026-03-02T08:15:30.123456Z","published":true},
                "reason":{"code":"MISPRINT","text":"1.644 là lỗi in của 1.664"}}],
              "next":"indicator:4711"}}
            """;

    static final String LATE = """
            {"type":"return.late","timestamp":"2022-07-16T00:00:01Z",
             "data":{"webhook":"6f1f3c1e-7f0e-4a0b-9f0b-0c4b3f6f2a11","returns":[{"unit":"29956","period":"2022-H1","dueOn":"2022-07-15"}]}}
            """;

    private WebhookExamples() {}
}
