using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Seaworthy.Cli.Output;
using Seaworthy.Cli.Parsing;

namespace Seaworthy.Cli.Commands;

/// <summary>The help of a command: what it does, how it is called, its options, then what these alone do not say.</summary>
/// <param name="lessons">The last, by the name of the command; the verbs of a command share it.</param>
internal sealed class CommandHelp(IReadOnlyDictionary<string, string> lessons) : SynchronousCommandLineAction
{
    private const int Width = 100;

    // A longer name has its description on the next line.
    private const int LongestName = 28;

    private TextWriter output = TextWriter.Null;

    /// <summary>Who asks for help need not write the rest.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        output = parseResult.InvocationConfiguration.Output;
        output.WriteLine((command.Description ?? "").ReplaceLineEndings());
        output.WriteLine();
        WriteUsage(command);
        WriteRows(
            "Arguments:",
            command.Arguments.Select(argument => new Row($"<{argument.HelpName ?? argument.Name}>", argument.Description))
        );
        WriteRows("Commands:", command.Subcommands.Where(verb => !verb.Hidden).Select(verb => new Row(verb.Name, verb.Description)));
        var inherited = parseResult.RootCommandResult.Command.Options.Where(option => option.Recursive);
        // What every command has comes last.
        var options = command.Options.Where(option => !option.Recursive).Concat(inherited).Where(option => !option.Hidden).Distinct();
        WriteRows("Options:", options.Select(option => new Row(Name(option), option.Description)));
        if (
            lessons.TryGetValue(command.Name, out var lesson)
            || lessons.TryGetValue(command.Parents.FirstOrDefault(parent => parent is not RootCommand)?.Name ?? "", out lesson)
        )
        {
            output.WriteLine();
            output.WriteLine(lesson.ReplaceLineEndings());
        }

        return ExitCode.Fit;
    }

    private void WriteUsage(Command command)
    {
        var words =
            command is RootCommand
                ? "[audit] [<path>] [options]\n       seaworthy <command> [options]"
                : string.Join(
                    ' ',
                    new[] { CommandPath.Of(command) }
                        .Concat(
                            command.Arguments.Select(argument =>
                                argument.HasDefaultValue
                                    ? $"[<{argument.HelpName ?? argument.Name}>]"
                                    : $"<{argument.HelpName ?? argument.Name}>"
                            )
                        )
                        .Append(command is { Action: null, Subcommands.Count: > 0 } ? "<command> [options]" : "[options]")
                );
        output.WriteLine($"Usage: seaworthy {words}".ReplaceLineEndings());
    }

    private static string Name(Option option)
    {
        var names = option.Aliases.Append(option.Name).Distinct(StringComparer.Ordinal).OrderBy(name => name.Length);
        var value =
            option.ValueType == typeof(bool) || option is HelpOption or VersionOption
                ? ""
                : $" <{option.HelpName ?? option.Name.TrimStart('-')}>";
        return (option.Aliases.Any(alias => alias != option.Name) ? "" : "    ") + string.Join(", ", names) + value;
    }

    private void WriteRows(string heading, IEnumerable<Row> written)
    {
        var rows = written.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(heading);
        var column = rows.Select(row => row.Name.Length).Where(length => length <= LongestName).DefaultIfEmpty(0).Max() + 2;
        foreach (var row in rows)
        {
            var lines = TextWrap.Of(row.Description ?? "", Width - column - 2).ToList();
            var isLong = row.Name.Length > LongestName;
            output.WriteLine($"  {(isLong ? row.Name : row.Name.PadRight(column) + lines.FirstOrDefault())}".TrimEnd());
            foreach (var line in lines.Skip(isLong ? 0 : 1))
            {
                output.WriteLine(new string(' ', column + 2) + line);
            }
        }
    }

    private sealed record Row(string Name, string? Description);
}
