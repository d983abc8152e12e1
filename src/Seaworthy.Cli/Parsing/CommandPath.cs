using System.CommandLine;

namespace Seaworthy.Cli.Parsing;

/// <summary>A command as it is typed behind the name of the program: <c>baseline create</c>.</summary>
internal static class CommandPath
{
    /// <summary>Empty for the program itself.</summary>
    public static string Of(Command command) =>
        command is RootCommand ? ""
        : command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand) is { } above ? $"{Of(above)} {command.Name}"
        : command.Name;
}
