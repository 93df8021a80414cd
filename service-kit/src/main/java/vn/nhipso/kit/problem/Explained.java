package vn.nhipso.kit.problem;

/**
 * An exception of a value that refuses a text, with the reason for the caller in both languages. Where it arrives as the cause of a refused
 * parameter or JSON field, the answer uses these words.
 */
public interface Explained {

    Text text();
}
