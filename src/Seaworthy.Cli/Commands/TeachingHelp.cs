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
        if (lessons.TryGetValue(parseResult.CommandResult.Command.Name, out var lesson))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(lesson.ReplaceLineEndings());
        }

        return code;
    }
}
