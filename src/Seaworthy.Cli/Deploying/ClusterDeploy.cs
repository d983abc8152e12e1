using System.CommandLine;
using Seaworthy.Deploying.Kubernetes.Commands;
using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Kubernetes.Running;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Model;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy deploy --on kube-context://…</c>: manifests behind the gate, and back to the revisions before when they fail.</summary>
internal sealed class ClusterDeploy(DeployArguments arguments, ParseResult parsed, ClusterTarget target, DeployGate gate, string root)
{
    public required DeployRequest Request { get; init; }

    public bool IsJson { get; init; }

    public int Run(IHost host, ClusterAddress address, Deployment deployment)
    {
        var project = arguments.ProjectName(parsed, deployment, root);
        var session = arguments.Session(parsed, host, address, project, new ProgressWriter(IsJson, host).Write);
        if (Request.IsDryRun)
        {
            return Show(session, deployment);
        }

        using var hold = ClusterHold.Of(session, out var code);
        return hold is null ? code : Deploy(session, deployment);
    }

    private int Show(ClusterSession session, Deployment deployment)
    {
        var isClosed = DeployCommand.IsClosed(gate);
        if (Sort(session, deployment) is not { } parts || !ClusterHold.IsReachable(session))
        {
            return isClosed ? (int)DeployOutcome.Gate : (int)DeployOutcome.Preparation;
        }

        var isMissing = IsMissing(session, parts);
        if (Prepare(session, parts) is not { } prepared)
        {
            return isClosed ? (int)DeployOutcome.Gate : (int)DeployOutcome.Preparation;
        }

        if (IsJson)
        {
            PlanWriter.WriteJson(prepared.Plan, session.Project, $"{session.Address}");
        }
        else
        {
            PlanWriter.Write(prepared.Plan, session.Project, [], Console.Out);
        }

        return isClosed ? (int)DeployOutcome.Gate
            : isMissing || IsRefused(session, prepared) ? (int)DeployOutcome.Preparation
            : ExitCode.Fit;
    }

    private int Deploy(ClusterSession session, Deployment deployment)
    {
        if (DeployCommand.IsClosed(gate))
        {
            session.Ledger.Write(LedgerEvent.Refused, detail: $"exit code {(int)DeployOutcome.Gate}");
            return (int)DeployOutcome.Gate;
        }

        if (Sort(session, deployment) is not { } parts || IsMissing(session, parts) || Prepare(session, parts) is not { } prepared)
        {
            return (int)DeployOutcome.Preparation;
        }

        if (prepared.Plan.IsEmpty)
        {
            Console.Error.WriteLine($"seaworthy: {session.Project} runs as it is declared; there is nothing to do.");
            return ExitCode.Fit;
        }

        return IsRefused(session, prepared) ? (int)DeployOutcome.Preparation : (int)session.Deploy(prepared);
    }

    /// <summary>Null when the reason is on standard error.</summary>
    private ManifestParts? Sort(ClusterSession session, Deployment deployment)
    {
        try
        {
            var documents = ClusterManifests.Of(deployment, target, root, session.Space, session.State.Host.Runner);
            var parts = new ManifestSorting(session.Space, ClusterSession.MigrationLimit).Sort(documents);
            session.Hide(parts);
            foreach (var note in parts.Notes)
            {
                Console.Error.WriteLine($"note: {note}.");
            }

            return DeployCommand.Complain([
                .. parts.Problems,
                .. parts.Objects.Count == 0 ? ["the manifests declare nothing"] : Array.Empty<string>(),
            ])
                ? null
                : parts;
        }
        catch (DeployFailedException failure)
        {
            DeployCommand.Complain([failure.Message]);
            return null;
        }
    }

    private PreparedCluster? Prepare(ClusterSession session, ManifestParts parts)
    {
        try
        {
            return session.Prepare(parts, Request);
        }
        catch (DeployFailedException failure)
        {
            DeployCommand.Complain([session.Masked(failure.Message)]);
            return null;
        }
    }

    private static bool IsMissing(ClusterSession session, ManifestParts parts) =>
        DeployCommand.Complain(new ClusterPreflight(session.Cluster).Faults(parts));

    private static bool IsRefused(ClusterSession session, PreparedCluster prepared) =>
        new ClusterPreflight(session.Cluster).Trial(prepared.Input.Parts, session.Address.Space, prepared.Input.IsForced) is { } fault
        && DeployCommand.Complain([$"the cluster refuses the manifests: {session.Masked(fault)}"]);
}
