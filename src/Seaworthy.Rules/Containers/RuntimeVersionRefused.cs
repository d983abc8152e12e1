using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A manifest demands a version of its runtime that the image does not bring.</summary>
internal sealed class RuntimeVersionRefused : Rule<IReadOnlyList<RuntimeDemand>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/runtime-version-refused",
            Title = "Runtime of the image that a manifest refuses",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The tool compares the two and stops: there is no image, or what is in it does not start.",
            Holds = "The image brings a runtime that the manifest accepts.",
        };

    // One version too low has one cause, however many modules ask for it.
    public override IEnumerable<IReadOnlyList<RuntimeDemand>> Subjects(Deployment deployment) =>
        deployment
            .RuntimeDemands.GroupBy(demand => new
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
            $"{demand.Subject} brings {name} {demand.Held.Value.Version}, and {Who(demand)} demands {demand.Demand.Version}: {demand.Refusal}.";
        var verdict =
            demand.IsOnlyWarned ? Warn(demand.Held.Span, message).As(Severity.Low)
            : demand.IsForDevelopment ? Fail(demand.Held.Span, message).As(Severity.High)
            : Fail(demand.Held.Span, message);
        yield return verdict
            .Related(subject.Select(other => other.Demand.Span), "demanded here")
            .Related(subject.Select(other => other.Held.Span))
            .Related(subject.Select(other => other.By))
            .Remedy(
                demand.Newest is { } tool
                    ? $"Name a release of {tool} in {demand.Demand.Span} that takes {name} {demand.Held.Value.Version}, or an image with {name} {demand.Demand.Version} in {demand.Held.Span}."
                    : $"Name an image with {name} {demand.Demand.Version} in {demand.Held.Span}, or lower what {demand.Demand.Span} demands."
            )
            .Verify($"docker build -f {demand.Subject} .");
    }

    private static string Who(RuntimeDemand demand) =>
        demand.Newest is { } tool ? $"the newest {tool} (no version is named)" : demand.Demand.Span.File.Path;

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
