package vn.nhipso.reporting.known;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/**
 * A connection in a transaction that reads the past. Its statements bear a mark, so that they are others than those of the present: the server keeps
 * the plan of a statement for one search path, and would analyse and plan anew whenever a connection goes from one to the other.
 */
final class StatementsOfThePast {

    private static final String MARK = "/* as of */ ";

    private StatementsOfThePast() {}

    static Connection on(Connection transaction) {
        return (Connection) Proxy.newProxyInstance(
                StatementsOfThePast.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(transaction, method, arguments));
    }

    private static Object call(Connection transaction, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement") && arguments.length == 1) {
            return transaction.prepareStatement(MARK + arguments[0]);
        }
        try {
            return method.invoke(transaction, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
