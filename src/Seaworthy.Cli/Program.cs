using System.CommandLine;
using Seaworthy.Cli;
using Seaworthy.Cli.Commands;
using Seaworthy.Cli.Parsing;
using Seaworthy.Cli.Terminal;

#pragma warning disable CA1031 // The last catch: nobody is shown a stack trace, and no crash ends with the exit code of a finding.
try
{
    StandardOutput.Watch();
    return Run(args);
}
catch (Exception) when (StandardOutput.Failure is not null)
{
    return Fail($"cannot write to standard output: {StandardOutput.Failure}.", ExitCode.Usage);
}
catch (Exception exception)
{
    // The message of an exception may quote the machine; its type does not.
    return Fail(
        $"the command ended early with {exception.GetBaseException().GetType().Name}. This is a fault of Seaworthy: please report it.",
        ExitCode.Incomplete
    );
}
#pragma warning restore CA1031

static int Run(string[] args)
{
    var root = RootCommandFactory.Create();
    if (Completion.IsAsked(args))
    {
        foreach (var offer in Completion.Of(root, args))
        {
            Console.Out.WriteLine(offer);
        }

        return ExitCode.Fit;
    }

    var line = ShortForms.Of(root, args);
    if (line.Fault is { } fault)
    {
        return Refuse(fault, "");
    }

    var parsed = root.Parse(line.Words);
    // Who asks for help need not write the rest.
    if (parsed.Action is not (CommandHelp or VersionLine) && Complaint.Of(parsed) is { } complaint)
    {
        return Refuse(complaint, CommandPath.Of(parsed.CommandResult.Command));
    }

    ColorChoice.Take(parsed);
    TerminalKeys.LeaveAlone();
    using var limit = TimeLimit.Begin(parsed);
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}

static int Refuse(string fault, string command)
{
    Console.Error.WriteLine($"seaworthy: {fault}");
    Console.Error.WriteLine($"Try 'seaworthy {(command.Length > 0 ? command + " " : "")}--help'.");
    return ExitCode.Usage;
}

static int Fail(string reason, int code)
{
    try
    {
        Console.Error.WriteLine($"seaworthy: {reason}");
    }
    catch (IOException)
    {
        // Standard error is closed too: the exit code says the rest.
    }

    return code;
}
