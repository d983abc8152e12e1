using System.CommandLine;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy man</c>: the manual page, for packages.</summary>
internal static class ManCommand
{
    public const string Lesson = """
        Examples:
          seaworthy man > ~/.local/share/man/man1/seaworthy.1
          seaworthy man | man -l -
        """;

    /// <param name="root">The whole command line.</param>
    /// <param name="lessons">What its commands teach.</param>
    public static Command Create(RootCommand root, IReadOnlyDictionary<string, string> lessons)
    {
        Command command = new("man", "Print the manual page.");
        command.SetAction(_ =>
        {
            ManualPage.Write(root, lessons, Console.Out);
            return ExitCode.Fit;
        });
        return command;
    }
}
