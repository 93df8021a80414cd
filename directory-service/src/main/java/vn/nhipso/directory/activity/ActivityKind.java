package vn.nhipso.directory.activity;

import vn.nhipso.directory.DirectoryProblem;

/** What units do. */
public enum ActivityKind {
    /** Lớp tập huấn. */
    TRAINING("/v1/trainings", DirectoryProblem.TRAINING_NOT_FOUND),
    /** Mô hình. */
    INITIATIVE("/v1/initiatives", DirectoryProblem.INITIATIVE_NOT_FOUND),
    /** Chiến dịch, phong trào. */
    CAMPAIGN("/v1/campaigns", DirectoryProblem.CAMPAIGN_NOT_FOUND);

    private final String path;
    private final DirectoryProblem notFound;

    ActivityKind(String path, DirectoryProblem notFound) {
        this.path = path;
        this.notFound = notFound;
    }

    String path() {
        return path;
    }

    DirectoryProblem notFound() {
        return notFound;
    }
}
