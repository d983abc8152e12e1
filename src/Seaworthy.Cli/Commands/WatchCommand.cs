using System.CommandLine;
using System.Runtime.InteropServices;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Watching;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy watch</c>: what every save breaks and fixes.</summary>
internal static class WatchCommand
{
    public const string Lesson = """
        After each save, it prints what that broke and fixed. Files that git ignores are not watched. Ctrl+C ends it with 0.

        Examples:
          seaworthy watch          the current directory
          seaworthy watch ../shop  another one
        """;

    private static readonly Argument<string> Path = new("path")
    {
        Description = "Directory of the repository. [default: .]",
        DefaultValueFactory = _ => ".",
    };

    public static Command Create()
    {
        SettingsArguments settings = new();
        Command command = new("watch", "Audit on every save, and show what changed.") { Path };
        settings.AddTo(command);
        command.SetAction(parsed => Run(parsed, settings));
        return command;
    }

    private static int Run(ParseResult parsed, SettingsArguments settings)
    {
        var path = parsed.GetValue(Path) ?? ".";
        if (!RepositoryArguments.IsDirectory(path))
        {
            return ExitCode.Usage;
        }

        using CancellationTokenSource end = new();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        // Watched from before the first audit, so that nothing is missed.
        using DirectoryChanges changes = new(path, end.Token);
        TerminalWatch terminal = new(TerminalConsole.Create());
        using var source = settings.Source(parsed, path);
        if (source is null)
        {
            return ExitCode.Usage;
        }

        Watch watch = new(() => Audited(path, source), changes.Next);
        return watch.Run(terminal.Begin, terminal.Tell) ? ExitCode.Fit : ExitCode.Usage;

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            end.Cancel();
        }
    }

    private static Report? Audited(string path, SettingsSource source)
    {
        using DirectoryRepository repository = new(path);
        var listing = repository.List();
        return source.Options(repository, listing) is { } options ? Engine.Audit.Run(repository, options) : null;
    }
}
