using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Seaworthy.Cli.Commands;

/// <summary>The ordinary help of a command, followed by what the options alone do not tell.</summary>
internal sealed class TeachingHelp(HelpAction ordinary, IReadOnlyDictionary<string, string> lessons) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = ordinary.Invoke(parseResult);
        // The verbs of a command are taught with it.
        var command = parseResult.CommandResult.Command;
        if (
            lessons.TryGetValue(command.Name, out var lesson)
            || lessons.TryGetValue(command.Parents.FirstOrDefault(parent => parent is not RootCommand)?.Name ?? "", out lesson)
        )
        {
            parseResult.InvocationConfiguration.Output.WriteLine(lesson.ReplaceLineEndings());
        }

        return code;
    }
}
