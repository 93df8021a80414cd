package vn.nhipso.local;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipso.local.stack.StackException;
import vn.nhipso.local.token.Role;
import vn.nhipso.local.token.SigningKey;
import vn.nhipso.local.token.TokenIssuer;

/** {@code deploy/local/token}: prints a bearer token and nothing else. */
@Command(name = "token")
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private StackOptions stack = new StackOptions();

    @Option(names = "--role", split = ",", required = true, description = "steward, approver, reporter, operator")
    private List<String> roles = List.of();

    @Option(names = "--unit", defaultValue = TokenIssuer.WHOLE_TREE, description = "where the rights end")
    private String unit = TokenIssuer.WHOLE_TREE;

    @Option(names = "--name", defaultValue = "", description = "user name")
    private String name = "";

    @Override
    public Integer call() {
        List<String> groups = roles.stream().map(TokenCommand::role).toList();
        String user = name.isBlank()
                ? String.join("-", groups) + (unit.equals(TokenIssuer.WHOLE_TREE) ? "" : "-" + unit)
                : name;
        SigningKey key = SigningKey.existing(stack.data());
        System.out.println(new TokenIssuer(key, Clock.systemUTC()).token(user, unit, groups));
        return 0;
    }

    private static String role(String written) {
        try {
            return Role.valueOf(written.toUpperCase(Locale.ROOT)).claim();
        } catch (IllegalArgumentException unknown) {
            throw new StackException(
                    "There is no role \"" + written + "\": it is one of steward, approver, reporter, operator.",
                    unknown);
        }
    }
}
