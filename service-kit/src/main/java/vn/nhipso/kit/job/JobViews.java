package vn.nhipso.kit.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a job what is answered, in a language. */
@ApplicationScoped
class JobViews {

    private final ObjectMapper mapper;

    JobViews(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    JobView of(Job job, Locale language) {
        JobFailure failure = read(job.failure(), JobFailure.class);
        return new JobView(
                job.id(),
                job.kind(),
                job.status(),
                job.cancelRequested() && !job.status().isFinished() ? true : null,
                read(job.progress(), JobProgress.class),
                read(job.result(), JsonNode.class),
                failure == null ? null : errors(failure, language),
                failure != null && failure.members().get("errorCount") instanceof Integer count ? count : null,
                failure == null ? null : failure.traceId(),
                job.submittedAt(),
                job.startedAt(),
                job.finishedAt(),
                job.attempts());
    }

    /** What is wrong as a whole comes first unless one of the places says the same. */
    private static List<JobView.Error> errors(JobFailure failure, Locale language) {
        Stream<JobView.Error> places = failure.errors().stream()
                .map(error -> new JobView.Error(
                        error.pointer(),
                        error.row(),
                        error.code(),
                        error.detail().in(language)));
        JobView.Error whole =
                new JobView.Error(null, null, failure.code(), failure.detail().in(language));
        boolean said = failure.errors().stream()
                .anyMatch(error ->
                        error.code().equals(failure.code()) && error.detail().equals(failure.detail()));
        return said ? places.toList() : Stream.concat(Stream.of(whole), places).toList();
    }

    private <T> @Nullable T read(@Nullable String json, Class<T> type) {
        try {
            return json == null ? null : mapper.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("job cannot be read", unreadable);
        }
    }
}
