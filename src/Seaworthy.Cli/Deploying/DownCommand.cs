using System.CommandLine;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy down</c>: the end of a deployed project.</summary>
internal static class DownCommand
{
    public const string Lesson = """
        The proxy goes first, then the services, those that others depend on last; each has its stop_grace_period to end. Volumes,
        copies, images and the ledger stay, so that 'seaworthy deploy' brings the project back with its data. A rollback is not
        possible afterwards: the containers of earlier releases go as well.

        Examples:
          seaworthy down --dry-run           the commands, in order
          seaworthy down
          seaworthy down --env staging --volumes --yes
        """;

    private static readonly DeployArguments Arguments = new();

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Print the commands; change nothing." };

    private static readonly Option<bool> Volumes = new("--volumes")
    {
        Description = "Remove its volumes with their data as well; needs --yes.",
    };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Lose the data of the volumes." };

    public static Command Create()
    {
        Command command = new("down", "Stop a deployed project, and remove its containers and networks.") { DryRun, Volumes, Yes };
        Arguments.AddTo(command, noCluster: "delete its manifests with kubectl");
        command.SetAction(parsed =>
            Arguments.Target(parsed) is not { } target ? ExitCode.Usage
            : parsed.GetValue(DryRun) ? Arguments.Looks(parsed).Run(host => Foresee(parsed, host, target))
            : Arguments.Round(parsed).Run(host => Run(parsed, host, target))
        );
        return command;
    }

    private static int Foresee(ParseResult parsed, IHost host, DeployTarget target)
    {
        var session = Arguments.Session(parsed, host, target);
        if (!DeployArguments.IsReachable(session))
        {
            return ExitCode.Incomplete;
        }

        foreach (var command in new ProjectRemoval(session, target.Rendered.Project).Commands(parsed.GetValue(Volumes)))
        {
            Console.Out.WriteLine(Quote.Text(command.ToString()));
        }

        return ExitCode.Fit;
    }

    private static int Run(ParseResult parsed, IHost host, DeployTarget target)
    {
        using var held = Arguments.Hold(parsed, host, target, new ProgressWriter(isJson: false, host).Write, out var code);
        if (held is null)
        {
            return code;
        }

        ProjectRemoval removal = new(held.Session, target.Rendered.Project);
        var withVolumes = parsed.GetValue(Volumes);
        if (removal.IsNeedless && !withVolumes)
        {
            Console.Error.WriteLine($"seaworthy: nothing of {held.Session.Project} is there.");
            return ExitCode.Fit;
        }

        if (withVolumes && !parsed.GetValue(Yes))
        {
            Console.Error.WriteLine($"seaworthy: the data in {string.Join(", ", removal.Volumes)} would be lost; say --yes.");
            return ExitCode.Usage;
        }

        return Remove(removal, held.Session, withVolumes);
    }

    private static int Remove(ProjectRemoval removal, DeploySession session, bool withVolumes)
    {
        if (!withVolumes)
        {
            _ = DeployCommand.Complain(removal.Unnamed);
        }

        try
        {
            removal.Do(withVolumes, command => Console.Out.WriteLine(Quote.Text(command.ToString())));
        }
        catch (DeployFailedException failure)
        {
            Console.Error.WriteLine($"seaworthy: {failure.Message}. Run the command again: it goes on where it stopped.");
            return (int)DeployOutcome.RollbackFailed;
        }

        Console.Out.WriteLine(
            withVolumes
                ? $"{session.Project} is down, and its data is gone."
                : $"{session.Project} is down; its volumes and copies stay. 'seaworthy deploy' brings it back."
        );
        return ExitCode.Fit;
    }
}
