using System.CommandLine;

namespace Seaworthy.Cli;

/// <summary>
/// The last bound of all: work is limited by counted steps, so that a report is the same on every machine; whatever else takes too long ends without a report. A pipeline never waits for a
/// hostile repository until its own limit.
/// </summary>
internal static class TimeLimit
{
    private const int Default = 600;

    // They wait for somebody, or for what must not be ended in the middle and has limits of its own.
    private static readonly IReadOnlyList<string> WithoutLimit =
    [
        "watch",
        "mcp",
        "deploy",
        "rollback",
        "logs",
        "backup",
        "restore",
        "drill",
    ];

    public static Option<int> Option { get; } =
        new("--time-limit")
        {
            Description = "Stop after this many seconds with exit code 3; 0 for never. [default: 600]",
            HelpName = "seconds",
            DefaultValueFactory = _ => Default,
            Recursive = true,
        };

    public static IDisposable? Begin(ParseResult parsed)
    {
        var seconds = WithoutLimit.Contains(parsed.CommandResult.Command.Name) ? 0 : parsed.GetValue(Option);
        return seconds <= 0 ? null : new Timer(_ => End(seconds), state: null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    // No other thread can be made to return an exit code.
    private static void End(int seconds)
    {
        try
        {
            Console.Error.WriteLine($"seaworthy: the command took more than {seconds} s and was ended; --time-limit sets the limit.");
        }
        finally
        {
            Environment.Exit(ExitCode.Incomplete);
        }
    }
}
