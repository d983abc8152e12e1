using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>A framework runs for development in production, because nothing sets the variable that chooses its mode.</summary>
internal sealed class DevelopmentByDefault : Rule<FrameworkMode>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/development-by-default",
            Title = "Development mode by default",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The framework takes the settings for development: pages with source code, no caches, and checks meant for the own machine.",
            Holds = "The mode of the framework is set.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<FrameworkMode>(FrameworkModes.Link)];

    public override IEnumerable<FrameworkMode> Subjects(Deployment deployment) =>
        deployment.All<FrameworkMode>().DistinctBy(mode => new { mode.Span, mode.Framework });

    protected override Subject Identify(FrameworkMode subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(FrameworkMode subject, Deployment deployment)
    {
        if (subject.SetAt is not null)
        {
            yield break;
        }

        var framework = subject.Framework;
        var variable = framework.Variables[0];
        if (subject.UnknownBecause is { } why)
        {
            yield return Unknown(
                subject.Span,
                $"Nothing here sets {variable} for {subject.Subject}; unknown whether something else does: {why}."
            );
            yield break;
        }

        var said = subject.Default is { } line ? $"and {line} says `dev`" : $"so {framework.Title} runs for development";
        yield return Warn(subject.Span, $"Nothing sets {variable} for {subject.Subject}, {said}. {framework.Consequence}")
            .Related(subject.Default)
            .Related(subject.Start)
            .Related(subject.Image.Final.Declared.Span)
            .Remedy(
                $"Add `ENV {variable}={framework.Mode}` to the last stage of {subject.Image.Dockerfile.File.Path}, above the commands that install and build."
            )
            .Verify($"git grep -nE {string.Join('|', framework.Variables)} -- {subject.Image.Dockerfile.File.Path}   # must find it");
    }
}
