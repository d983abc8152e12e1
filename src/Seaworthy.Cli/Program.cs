using System.Text;
using Seaworthy.Cli;
using Seaworthy.Cli.Commands;

// Windows terminals default to another encoding; reports hold arrows and quotations of any language.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var parsed = RootCommandFactory.Create().Parse(args);
if (parsed.Errors.Count == 0)
{
    return parsed.Invoke();
}

foreach (var error in parsed.Errors)
{
    Console.Error.WriteLine($"seaworthy: {error.Message}");
}

Console.Error.WriteLine(
    $"Try 'seaworthy {string.Join(' ', parsed.CommandResult.Command.Name is "seaworthy" ? [] : [parsed.CommandResult.Command.Name + " "])}--help'."
);
return ExitCode.Usage;
