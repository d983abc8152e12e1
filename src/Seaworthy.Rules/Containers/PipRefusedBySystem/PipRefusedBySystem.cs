using Seaworthy.Model;

namespace Seaworthy.Rules.Containers;

/// <summary>pip installs into a Python that the system of the image manages itself.</summary>
internal sealed class PipRefusedBySystem : Rule<IReadOnlyList<SystemPipInstall>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/pip-refused-by-system",
            Title = "pip in externally managed Python",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "pip fails with `error: externally-managed-environment`, and the build with it.",
            Holds = "pip may install into that Python.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<SystemPipInstall>(SystemPip.Link)];

    // The build ends at the first of them.
    public override IEnumerable<IReadOnlyList<SystemPipInstall>> Subjects(Deployment deployment) =>
        deployment.All<SystemPipInstall>().GroupBy(install => new { install.Base.Span, install.RefusedBy }).Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<SystemPipInstall> subject) => new(subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<SystemPipInstall> subject, Deployment deployment)
    {
        var first = subject[0];
        if (first.RefusedBy is not { } release)
        {
            yield break;
        }

        var verdict = Fail(
            first.Span,
            $"{first.Subject} installs Python packages with the system pip of `{first.Base.Value}`, but {release} marks its Python as externally managed."
        );
        yield return (first.IsForDevelopment ? verdict.As(Severity.High) : verdict)
            .Related(first.Pip, "the system's pip")
            .Related(first.Base.Span)
            .Related(subject.Skip(1).Select(install => install.Span))
            .Remedy(
                $"Install into a virtual environment (`python3 -m venv /opt/venv && /opt/venv/bin/pip install …`), or add `--break-system-packages` in {first.Span}."
            )
            .Verify(BuiltImage.Build(first.Subject, deployment));
    }
}
