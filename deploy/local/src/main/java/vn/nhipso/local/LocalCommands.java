package vn.nhipso.local;

import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.nhipso.local.stack.StackException;

/** Entry of the scripts in {@code deploy/local}. */
@Command(
        name = "deploy/local",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            TokenCommand.class,
            BenchCommand.class,
            LoadCatalogueCommand.class,
            ChaosCommand.class
        })
public final class LocalCommands {

    private LocalCommands() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new LocalCommands());
        commands.registerConverter(LocalDate.class, new DayConverter());
        commands.setParameterExceptionHandler((wrong, arguments) -> {
            wrong.getCommandLine().getErr().println(wrong.getMessage());
            return CommandLine.ExitCode.USAGE;
        });
        return commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof StackException expected) {
                command.getErr().println(expected.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        });
    }
}
