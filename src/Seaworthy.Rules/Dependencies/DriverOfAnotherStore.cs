using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A workload is led to a data store, and its packages speak to another kind only.</summary>
internal sealed class DriverOfAnotherStore : Rule<IReadOnlyList<EndpointUse>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/driver-of-another-store",
            Title = "Data store for which the program has no driver",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The host answers, and in another protocol: the first query ends with an error that speaks of a handshake, not of the driver.",
            Holds = "The packages of the program hold a driver of the store that it is led to.",
        };

    public override IEnumerable<IReadOnlyList<EndpointUse>> Subjects(Deployment deployment) =>
        deployment
            .Endpoints.Where(use =>
                use is { Origin: EndpointOrigin.EnvironmentVariable, IsRead: true, Callee.Public: { } image, Caller: { } caller }
                && StoreDrivers.StoreOf(image.Name) is not null
                && Spoken(caller) is { Count: > 0 }
            )
            .GroupBy(use => new
            {
                Target = use.Caller?.TargetName,
                Caller = use.Caller?.Name,
                Callee = use.Callee?.Name,
            })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<EndpointUse> subject) => new(subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<EndpointUse> subject, Deployment deployment)
    {
        var use = subject[0];
        if (
            use is not { Caller: { } caller, Callee: { Public: { } image } store }
            || StoreDrivers.StoreOf(image.Name) is not { } kind
            || Spoken(caller) is not { } spoken
            || spoken.Any(other => other.Store == kind)
        )
        {
            yield break;
        }

        var (other, package) = spoken[0];
        var manifest = Place(caller, package);
        yield return LikelyFail(
                use.Span,
                $"{caller.Name} is led to {store.Name}, which is {kind}; its packages speak to {string.Join(" and ", spoken.Select(one => one.Store))} only ({package})."
            )
            .Related(manifest, "the driver it has")
            .Related(store.Span, $"{kind} runs here")
            .Related(subject.Skip(1).Select(same => same.Span))
            .Related(use.Chain)
            .Remedy(
                $"Run {other} as {store.Name}, or give {caller.Name} a driver of {kind}{(manifest is { } place ? $" in {place.File.Path}" : "")}."
            )
            .Verify(TreeCheck.OneGone([use.Span, .. new[] { manifest, store.Reference?.Span }.OfType<Model.Source.SourceSpan>()]));
    }

    private static IReadOnlyList<(string Store, string Package)>? Spoken(Workload caller) =>
        StoreDrivers.SpokenTo([.. Dependencies(caller).Select(Name)]);

    private static IEnumerable<Dependency> Dependencies(Workload caller) =>
        caller.Components.SelectMany(component => component.Manifests.OfType<Manifest>()).SelectMany(manifest => manifest.Dependencies);

    private static string Name(Dependency dependency) => dependency.RealName ?? dependency.Name;

    private static SourceSpan? Place(Workload caller, string package) =>
        Dependencies(caller).FirstOrDefault(dependency => Name(dependency) == package)?.Span;
}
