using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary><c>uv pip install</c> in an image that has no virtual environment.</summary>
internal sealed class UvWithoutEnvironment : Rule<IReadOnlyList<UvInstall>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/uv-without-environment",
            Title = "uv without virtual environment",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "uv fails with `error: No virtual environment found`, and the build with it.",
            Holds = "uv has a virtual environment, or may install into the system.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<UvInstall>(UvInstalls.Link)];

    // The build ends at the first of them.
    public override IEnumerable<IReadOnlyList<UvInstall>> Subjects(Deployment deployment) =>
        deployment.All<UvInstall>().GroupBy(install => new { install.Subject, install.HasPlace }).Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<UvInstall> subject) => new(subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<UvInstall> subject, Deployment deployment)
    {
        var first = subject[0];
        if (first.HasPlace)
        {
            yield break;
        }

        var verdict = Fail(
            first.Span,
            $"{first.Subject} installs with `uv pip`, but nothing creates a virtual environment: unlike pip, uv requires one."
        );
        yield return (first.IsForDevelopment ? verdict.As(Severity.High) : verdict)
            .Related(subject.Skip(1).Select(install => install.Span))
            .Remedy($"Add `--system` in {first.Span}, or set `ENV UV_SYSTEM_PYTHON=1` before it.")
            .Verify(BuiltImage.Build(first.Subject, deployment));
    }
}
