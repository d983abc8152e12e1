using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>Two files describe one service of a platform, each in its own way.</summary>
internal sealed class ServiceDeclaredTwice : Rule<IReadOnlyList<Fact<string>>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/service-declared-twice",
            Title = "Duplicate platform service",
            Area = Area.Platforms,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "The platform uses only one of the files, so a change in the other has no effect.",
            Holds = "One file describes the service.",
        };

    public override IEnumerable<IReadOnlyList<Fact<string>>> Subjects(Deployment deployment) =>
        deployment
            .Of<RenderBlueprint>()
            .SelectMany(blueprint => blueprint.Services)
            .Select(service => service.Name)
            .OfType<Fact<string>>()
            .Select(name => new { Platform = "Render", name })
            .Concat(deployment.Of<FlyConfig>().Select(fly => fly.App).OfType<Fact<string>>().Select(name => new { Platform = "Fly", name }))
            .GroupBy(named => new { named.Platform, named.name.Value }, named => named.name)
            .Select(same =>
                same.DistinctBy(name => name.Span.File.Path).OrderBy(name => name.Span.File.Path.Count(letter => letter == '/')).ToList()
            );

    protected override Subject Identify(IReadOnlyList<Fact<string>> subject) => new(subject[0].Value, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<Fact<string>> subject, Deployment deployment)
    {
        if (subject is [var first, var second, ..] && !SaysTheSame(first.Span.File, second.Span.File))
        {
            var files = string.Join(" and ", subject.Select(name => name.Span.File.Path));
            yield return Warn(
                    second.Span,
                    $"{files} {(subject.Count == 2 ? "both" : "all")} describe the service {first.Value}, but differently."
                )
                .Related(subject.Where(name => name != second).Select(name => name.Span))
                .Remedy($"Keep one description of {first.Value}: delete it from {second.Span}, or rename the service.")
                .VerifyOneGone();
        }
    }

    private static bool SaysTheSame(SourceFile one, SourceFile two) => one.SaysTheSameAs(two);
}
