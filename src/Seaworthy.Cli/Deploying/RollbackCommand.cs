using System.CommandLine;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy rollback</c>: back to containers that are kept.</summary>
internal static class RollbackCommand
{
    public const string Lesson = """
        The containers of the last releases are kept, stopped. A rollback starts them beside those that serve, waits until they are well,
        moves the traffic, watches, and goes forward again when they fail. The database stays as it is: 'seaworthy restore' brings a copy back.

        Examples:
          seaworthy rollback                to the release before
          seaworthy rollback --to 12        to release 12 ('seaworthy releases' lists them)
        """;

    private static readonly DeployArguments Arguments = new();

    private static readonly Option<int?> To = new("--to")
    {
        Description = "Release to return to. [default: the one before]",
        HelpName = "number",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print a line of JSON per event." };

    public static Command Create()
    {
        Command command = new("rollback", "Return to an earlier release, whose containers are kept.") { To, Json };
        Arguments.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (Arguments.Cluster(parsed) is not null)
        {
            return new ClusterLook(Arguments).Rollback(parsed, history => Wanted(history, parsed.GetValue(To)), parsed.GetValue(Json));
        }

        if (Arguments.Target(parsed) is not { } target)
        {
            return ExitCode.Usage;
        }

        return Arguments.Round(parsed, hasHeadings: !parsed.GetValue(Json)).Run(host => Run(parsed, host, target));
    }

    private static int Run(ParseResult parsed, IHost host, DeployTarget target)
    {
        ProgressWriter writer = new(parsed.GetValue(Json), host);
        using var held = Arguments.Hold(parsed, host, target, writer.Write, out var code);
        if (held is null)
        {
            return code;
        }

        var session = held.Session;
        var history = session.Ledger.Read();
        if (Wanted(history, parsed.GetValue(To)) is not { } release)
        {
            Console.Error.WriteLine("seaworthy: there is no such release to return to; 'seaworthy releases' lists them.");
            return ExitCode.Usage;
        }

        var gone = session.Gone(release);
        if (gone.Count > 0)
        {
            Console.Error.WriteLine($"seaworthy: the containers of release {release.Number} are gone: {string.Join(", ", gone)}.");
            return (int)DeployOutcome.Preparation;
        }

        return (int)session.Rollback(release, new DeployRequest());
    }

    private static ReleaseRecord? Wanted(History history, int? number) =>
        number is { } wanted ? history.Releases.LastOrDefault(release => release.Number == wanted)
        : history.Current is { } current ? history.Before(current)
        : null;
}
