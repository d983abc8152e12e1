using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A kustomization renames a Service, and an address keeps the old name.</summary>
internal sealed class RenamedHost : Rule<EndpointUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/renamed-host",
            Title = "Host renamed by Kustomize",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Kustomize renames Services but not addresses in variables, so the old name does not resolve.",
            Holds = "The address has the Service's name in the cluster.",
        };

    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) =>
        deployment.Endpoints.Where(use => use is { Answer: HostAnswer.Workload, Caller: not null, Callee.RenamedHosts.Count: > 0 });

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        var label = subject.Host.Split('.')[0];
        if (
            subject is not { Callee: { } callee, Caller: { } caller }
            || callee.RenamedHosts.GetValueOrDefault(label) is not { } real
            || IsKept(deployment, callee, label)
        )
        {
            yield break;
        }

        var message =
            $"{EndpointWords.Names(subject)}, but {caller.TargetName} renames that Service to `{real}`, and Kustomize does not change addresses in text.";
        yield return (!subject.IsRead ? Warn(subject.Span, message).As(Severity.Medium) : Fail(subject.Span, message))
            .Related(subject.Chain)
            .Remedy($"Patch {subject.Span} to `{real}` in {caller.TargetName}, or drop the prefix and separate environments by namespace.")
            .Verify($"! kubectl kustomize ./{caller.TargetName} | grep -nE {$"[^-a-z0-9]{subject.Host}[:.\"]"}");
    }

    /// <summary>Another Service beside it has that name.</summary>
    private static bool IsKept(Deployment deployment, Workload callee, string label) =>
        deployment.Workloads.Any(other =>
            other.Kind == TargetKind.Kubernetes
            && (
                other.TargetName == callee.TargetName
                && (
                    other.RenamedHosts.Values.Contains(label) || (other.HostNames.Contains(label) && !other.RenamedHosts.ContainsKey(label))
                )
            )
        );
}
