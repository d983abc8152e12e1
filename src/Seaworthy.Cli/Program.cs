using System.CommandLine;
using Seaworthy.Cli;
using Seaworthy.Cli.Commands;

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
    var parsed = RootCommandFactory.Create().Parse(args);
    if (parsed.Errors.Count == 0)
    {
        using var limit = TimeLimit.Begin(parsed);
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine($"seaworthy: {error.Message}");
    }

    Console.Error.WriteLine(
        $"Try 'seaworthy {string.Join(' ', parsed.CommandResult.Command.Name is "seaworthy" ? [] : [parsed.CommandResult.Command.Name + " "])}--help'."
    );
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
