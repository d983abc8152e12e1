using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A workload uses a data store, but its packages only have a driver for another kind.</summary>
internal sealed class DriverOfAnotherStore : Rule<IReadOnlyList<EndpointUse>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/driver-of-another-store",
            Title = "Database driver mismatch",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The host answers in another protocol, so the first query fails with a handshake error that does not mention the driver.",
            Holds = "The program's packages include a driver for its data store.",
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
                $"{caller.Name} connects to {store.Name}, which runs {kind}, but only has a driver for {string.Join(" and ", spoken.Select(one => one.Store))} (`{package}`)."
            )
            .Related(manifest, "installed driver")
            .Related(store.Span, $"{kind} runs here")
            .Related(subject.Skip(1).Select(same => same.Span))
            .Related(use.Chain)
            .Remedy(
                $"Run {other} as {store.Name}, or add a {kind} driver to {caller.Name}{(manifest is { } place ? $" in {place.File.Path}" : "")}."
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
