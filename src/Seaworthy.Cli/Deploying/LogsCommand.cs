using System.CommandLine;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy logs</c>: what the containers of a service print.</summary>
internal static class LogsCommand
{
    private static readonly DeployArguments Arguments = new();

    private static readonly Option<string?> Service = new("--service")
    {
        Description = "Service to show. [default: all]",
        HelpName = "name",
    };

    private static readonly Option<bool> Follow = new("--follow")
    {
        Description = "Go on until interrupted; needs one service with one container.",
    };

    public static Command Create()
    {
        Command command = new("logs", "Print the last lines of the containers that run.") { Service, Follow };
        Arguments.AddTo(command);
        command.SetAction(parsed =>
            Arguments.Cluster(parsed) is null
                ? Arguments.Look(parsed, (session, _) => Run(parsed, session))
                : new ClusterLook(Arguments).Run(
                    parsed,
                    session => ClusterLook.Logs(session, parsed.GetValue(Service), parsed.GetValue(Follow))
                )
        );
        return command;
    }

    private static int Run(ParseResult parsed, DeploySession session)
    {
        var names = session
            .Engine.Observe(session.Project)
            .Containers.Where(container => container is { Role: "service", IsRunning: true })
            .Where(container => parsed.GetValue(Service) is not { } service || container.Service == service)
            .Select(container => container.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (parsed.GetValue(Follow) && names is [var only])
        {
            return session.Engine.Runner.Attach(DockerCommands.FollowLogs(only));
        }

        foreach (var name in names)
        {
            Console.Out.WriteLine($"== {name}");
            Console.Out.WriteLine(session.Engine.LastLines(name));
        }

        return names.Count > 0 ? ExitCode.Fit : ExitCode.Findings;
    }
}
