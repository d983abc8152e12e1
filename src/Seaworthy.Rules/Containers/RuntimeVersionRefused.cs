using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A manifest requires a version of its runtime that the image does not have.</summary>
internal sealed class RuntimeVersionRefused : Rule<IReadOnlyList<RuntimeDemand>>
{
    private const int MostDemands = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/runtime-version-refused",
            Title = "Base image runtime mismatch",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "Tools compare both versions: the build fails, the program does not start, or it runs on an untested version.",
            Holds = "The image has a runtime that the manifest accepts.",
        };

    // One version too low has one cause, however many modules ask for it.
    public override IEnumerable<IReadOnlyList<RuntimeDemand>> Subjects(Deployment deployment) =>
        deployment
            .All<RuntimeDemand>()
            .GroupBy(demand => new
            {
                demand.Subject,
                demand.Held.Value,
                demand.IsMet,
                demand.IsOnlyWarned,
                demand.Demand.Version,
            })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<RuntimeDemand> subject) => new(subject[0].Subject, subject[0].Held.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<RuntimeDemand> subject, Deployment deployment)
    {
        var demand = subject[0];
        if (demand.IsMet)
        {
            yield break;
        }

        var name = NameOf(demand.Held.Value.Runtime);
        var message =
            $"{demand.Subject} has {name} {demand.Held.Value.Version}, but {Who(demand)} requires {demand.Demand.Version}: {demand.Refusal}.";
        var all = Besides(demand, deployment);
        var verdict =
            demand.IsOnlyWarned ? Warn(demand.Held.Span, message).As(Severity.Low)
            : demand.IsForDevelopment ? Fail(demand.Held.Span, message).As(Severity.High)
            : Fail(demand.Held.Span, message);
        yield return verdict
            .Related(subject.Select(other => other.Demand.Span), "required here")
            .Related(subject.Select(other => other.Held.Span))
            .Related(subject.Select(other => other.By))
            .Remedy(
                demand.Newest is { } tool
                    ? $"Pin a release of {tool} in {demand.Demand.Span} that supports {name} {demand.Held.Value.Version}, or use an image with {name} {demand.Demand.Version} in {demand.Held.Span}{(MovedTogether.HeldBy(demand, deployment) is { } holder ? $" and change {holder} as well" : "")}."
                : all.Count > 1
                    ? $"Use an image in {demand.Held.Span} whose {name} meets all of {NameList.Of([.. all.Select(Quoted)], MostDemands)}{Lowered(demand, name)}."
                : $"Use an image with {name} {Number(demand.Demand.Version)} in {demand.Held.Span}{MovedTogether.Images(demand, deployment)}, or lower the requirement in {Lowered(subject, deployment)}."
            )
            .Verify(BuiltImage.Build(demand.Subject, deployment));
    }

    /// <summary>All that refuses the same runtime, each notation once: a release that meets one of them alone is refused again.</summary>
    private static List<RuntimeDemand> Besides(RuntimeDemand demand, Deployment deployment) =>
        [
            .. deployment
                .All<RuntimeDemand>()
                .Where(other =>
                    other is { IsMet: false, Newest: null }
                    && other.Subject == demand.Subject
                    && other.Held.Span == demand.Held.Span
                    && other.Demand.Runtime == demand.Demand.Runtime
                )
                .DistinctBy(other => other.Demand.Version),
        ];

    private static string Quoted(RuntimeDemand demand) => $"`{demand.Demand.Version}` ({demand.Demand.Span})";

    private static string Lowered(IReadOnlyList<RuntimeDemand> subject, Deployment deployment)
    {
        var places = subject.Select(other => other.Demand.Span).Concat(MovedTogether.Projects(subject, deployment)).Distinct().ToList();
        return PlaceList.Of(places);
    }

    /// <summary>A lock file is not edited: it is created anew, with the runtime at hand.</summary>
    private static string Lowered(RuntimeDemand demand, string name) =>
        demand.Demand.Span.File.Name == "composer.lock"
            ? $", or run `composer update` with {name} {demand.Held.Value.Version}, if older releases of these packages support it"
            : ", or lower each of them";

    /// <summary>The release of a target framework: <c>9.0</c> of <c>net9.0</c>.</summary>
    private static string Number(string version) => version.StartsWith("net", StringComparison.Ordinal) ? version["net".Length..] : version;

    private static string Who(RuntimeDemand demand) =>
        demand.Newest is { } tool ? $"the newest {tool} (not pinned)" : demand.Demand.Span.File.Path;

    private static string NameOf(string runtime) =>
        runtime switch
        {
            "go" => "Go",
            "node" => "Node.js",
            "python" => "Python",
            "ruby" => "Ruby",
            "php" => "PHP",
            "rust" => "Rust",
            "java" => "Java",
            "dotnet-sdk" => "the .NET SDK",
            _ => ".NET",
        };
}
