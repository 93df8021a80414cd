package vn.nhipso.indicator.feed;

/** Examples for the API description: Đồng Tháp's misprinted total of public services, put right. */
final class FeedExamples {

    static final String PAGE = """
            {"items":[
              {"sequence":"indicator:4711","type":"CORRECTED",
               "measurement":{"id":"0197c3a0-5a77-7d53-9d0e-0a2a4c1f7b11","indicator":"DG04","unit":"87","period":"2024-04-14","scope":"OWN",
                "numerator":809,"denominator":1664,"value":48.62,"valueText":"48.62","percent":48.6178,"qualifiers":[],
                "definitionVersion":1,"revision":2,"recordedAt":"2026-03-02T08:15:30.123456Z","published":true},
               "previous":{"revision":1,"numerator":809,"denominator":1644,"value":48.62,"valueText":"48.62","percent":49.2092,"qualifiers":[],
                "recordedAt":"2026-03-01T02:00:00Z"},
               "reason":{"code":"MISPRINT","text":"1.644 là lỗi in của 1.664"}}],
             "next":"indicator:4711"}
            """;

    private FeedExamples() {}
}
