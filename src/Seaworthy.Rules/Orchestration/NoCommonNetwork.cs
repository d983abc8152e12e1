using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A service depends on another with which it shares no network.</summary>
internal sealed class NoCommonNetwork : Rule<Workload>
{
    private static readonly PerDeployment<HashSet<SourceSpan>> Undeclared = new(deployment =>
        [.. deployment.Names.Where(use => use is { Role: NameRole.ComposeNetwork, IsMissing: true }).Select(use => use.Span)]
    );

    private static readonly PerDeployment<ILookup<string, Workload>> Stores = new(deployment =>
        deployment
            .Workloads.Where(workload => workload.Public?.Role == ImageRole.DataStore)
            .ToLookup(workload => workload.TargetName, StringComparer.Ordinal)
    );

    private static readonly PerDeployment<ILookup<SourceSpan?, SourceSpan?>> Addressed = new(deployment =>
        deployment.Endpoints.Where(use => use.Answer == HostAnswer.OtherNetwork).ToLookup(use => use.Caller?.Span, use => use.Callee?.Span)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/no-common-network",
            Title = "Dependency without shared network",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Service names resolve only within a network, so every connection fails.",
            Holds = "The service shares a network with its dependencies.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            // An override does not show the networks of the file below.
            .Targets.Where(target => target.PartialBecause is null)
            .SelectMany(target => target.Workloads)
            .Where(workload =>
                workload is { Kind: TargetKind.Compose, Environment: not TargetEnvironment.Test, Networks.Count: > 0 }
                && !IsCalledOnly(workload)
                && !NamesUndeclaredNetwork(workload, deployment)
                && Needed(workload, deployment).Any()
            )
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        // Another rule reports addresses in variables.
        var needed = Needed(subject, deployment).ToList();
        var apart = needed.Where(other => !SharesNetwork(subject, other) && !IsAddressed(subject, other, deployment)).ToList();
        var isTool = subject.Public?.Role == ImageRole.Administration;
        if (apart.Count > 0 && (!isTool || apart.Count == needed.Count))
        {
            yield return LikelyFail(
                    subject.Span,
                    $"{subject.Name} {(isTool ? "administers" : "depends on")} {string.Join(", ", apart.Select(other => other.Name))} but is on network {Networks(subject)}, and {apart[0].Name} is on {Networks(apart[0])}."
                )
                .Related(subject.Networks[0].Span)
                .Related(apart[0].Networks[0].Span)
                .Remedy($"Attach {subject.Name} to {apart[0].Networks[0].Value} at {subject.Span}.")
                .Verify($"{TargetCommand.Exec(subject, deployment)} getent hosts {apart[0].Name}");
        }
    }

    /// <summary>Its dependencies; for an administration tool also every data store of the project.</summary>
    private static IEnumerable<Workload> Needed(Workload workload, Deployment deployment)
    {
        var dependencies = workload
            .DependsOn.Where(dependency => dependency.Condition != "service_completed_successfully")
            .Select(dependency => dependency.On)
            .OfType<Workload>()
            // One-shot services are not called, and a proxy calls those that it serves.
            .Where(other => !other.IsOneShot && other.Public?.Role != ImageRole.Proxy);
        var stores =
            workload.Public?.Role == ImageRole.Administration && workload.DependsOn.Count == 0
                ? Stores.Of(deployment)[workload.TargetName]
                : [];
        return dependencies.Concat(stores).Where(other => other.Networks.Count > 0 && !NamesUndeclaredNetwork(other, deployment));
    }

    /// <summary>A store connects to nobody: its dependencies are an order of starting.</summary>
    private static bool IsCalledOnly(Workload workload) => workload.Public?.Role is ImageRole.DataStore or ImageRole.Cache;

    /// <summary>Compose rejects the whole project, which another rule reports.</summary>
    private static bool NamesUndeclaredNetwork(Workload workload, Deployment deployment) =>
        workload.Networks.Any(network => Undeclared.Of(deployment).Contains(network.Span));

    private static bool SharesNetwork(Workload one, Workload two) =>
        one.UsesHostNetwork || two.UsesHostNetwork || one.Networks.Any(network => two.Networks.Any(other => other.Value == network.Value));

    private static bool IsAddressed(Workload caller, Workload callee, Deployment deployment) =>
        Addressed.Of(deployment)[caller.Span].Contains(callee.Span);

    private static string Networks(Workload workload) => string.Join(" and ", workload.Networks.Select(network => $"`{network.Value}`"));
}
