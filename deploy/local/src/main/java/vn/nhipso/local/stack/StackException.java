package vn.nhipso.local.stack;

/** What went wrong, as one sentence that says what to do: the commands print the message alone, without a stack trace. */
public final class StackException extends RuntimeException {

    public StackException(String sentence) {
        super(sentence);
    }

    public StackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
