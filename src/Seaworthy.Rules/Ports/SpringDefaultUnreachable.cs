using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>No property sets the address of another container, and Spring falls back to localhost.</summary>
internal sealed class SpringDefaultUnreachable : Rule<IReadOnlyList<StarterDefault>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/spring-default-unreachable",
            Title = "Spring default on localhost",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Inside a container localhost is the container itself, so the connection is refused.",
            Holds = "A property sets the address.",
        };

    // One workload in several targets is declared in one place.
    public override IEnumerable<IReadOnlyList<StarterDefault>> Subjects(Deployment deployment) =>
        deployment
            .All<StarterDefault>()
            .GroupBy(found => new
            {
                found.Workload.Span,
                found.IsSet,
                IsKnown = found.UnknownBecause is null,
            })
            .Select(same => same.DistinctBy(found => found.Store).ToList());

    protected override Subject Identify(IReadOnlyList<StarterDefault> subject) => new(subject[0].Workload.Name, subject[0].Workload.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<StarterDefault> subject, Deployment deployment)
    {
        var first = subject[0];
        if (first.IsSet)
        {
            yield break;
        }

        if (first.UnknownBecause is { } why)
        {
            yield return Unknown(
                first.Span,
                $"No property sets the address of {first.Store} for {first.Workload.Name}; unknown whether something else does: {why}."
            );
            yield break;
        }

        var others = subject.Count > 1 ? $" The same for {string.Join(" and ", subject.Skip(1).Select(found => found.Store))}." : "";
        // A starter that nothing of the program uses does no harm; a dependency of the service says that it is used.
        var isAwaited = subject.Any(found => first.Workload.DependsOn.Any(dependency => dependency.Name == found.Meant.Name));
        var message =
            $"Nothing sets `{first.Property}` for {first.Workload.Name}, so Spring connects to `{first.Address}`, its own container, instead of {first.Meant.Name}.{others}";
        yield return (isAwaited ? Fail(first.Span, message) : Warn(first.Span, message))
            .Related(first.Workload.Span, "started here")
            .Related(subject.Skip(1).Select(found => found.Span))
            .Related(subject.Select(found => found.Meant.Span), "listens there")
            .Remedy(
                $"Set {string.Join(" and ", subject.Select(found => $"`{PropertyNames.Variable(found.Property)}={found.Value}`"))} for {first.Workload.Name} at {first.Workload.Span}."
            )
            .Verify($"{TargetCommand.Exec(first.Workload, deployment)} printenv {PropertyNames.Variable(first.Property)}");
    }
}
