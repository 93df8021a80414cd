package vn.nhipso.local.stack;

/** A part of the stack that runs as a process, can be asked whether it is ready, and can be started again after its process ended. */
interface StackMember {

    ChildProcess process();

    boolean isReady();

    /** On the same data; the former process must have ended. */
    StackMember startAgain();
}
