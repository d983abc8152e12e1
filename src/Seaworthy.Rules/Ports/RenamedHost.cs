using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A kustomization renames a Service, and an address keeps the name that the Service had.</summary>
internal sealed class RenamedHost : Rule<EndpointUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/renamed-host",
            Title = "Address of a Service that a prefix renames",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Kustomize renames Services and what refers to them by name, but no text in variables: the old name does not resolve.",
            Holds = "The address has the name that the Service has in the cluster.",
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
            $"{EndpointWords.Names(subject)}, but in {caller.TargetName} that Service is called {real}: kustomize puts the prefix or suffix to it, and not to text.";
        yield return (!subject.IsRead ? Warn(subject.Span, message).As(Severity.Medium) : Fail(subject.Span, message))
            .Related(subject.Chain)
            .Remedy(
                $"Give {caller.TargetName} the name {real} in a patch of {subject.Span}, or leave the prefix away: namespaces keep environments apart."
            )
            .Verify($"! kubectl kustomize ./{caller.TargetName} | grep -nE {$"[^-a-z0-9]{subject.Host}[:.\"]"}");
    }

    /// <summary>Some Service beside it has that very name.</summary>
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
