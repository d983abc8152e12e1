using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>pip installs into a Python that the system of the image keeps for itself.</summary>
internal sealed class PipRefusedBySystem : Rule<SystemPipInstall>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/pip-refused-by-system",
            Title = "pip into a Python that the system keeps for itself",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "pip ends with `error: externally-managed-environment`, and the build with it: no image, no deployment.",
            Holds = "pip may install into that Python.",
        };

    public override IEnumerable<SystemPipInstall> Subjects(Deployment deployment) => deployment.SystemPipInstalls;

    protected override Subject Identify(SystemPipInstall subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(SystemPipInstall subject, Deployment deployment)
    {
        if (subject.RefusedBy is not { } release)
        {
            yield break;
        }

        var verdict = Fail(
            subject.Span,
            $"{subject.Subject} installs Python packages by the pip of {subject.Base.Value}, which is {release}: its Python is marked as externally managed, and pip refuses."
        );
        yield return (subject.IsForDevelopment ? verdict.As(Severity.High) : verdict)
            .Related(subject.Pip, "the system's pip")
            .Related(subject.Base.Span)
            .Remedy($"Install into a virtual environment (`python3 -m venv /opt/venv && /opt/venv/bin/pip install …`), or add `--break-system-packages` in {subject.Span}.")
            .Verify($"docker build -f {subject.Subject} .");
    }
}
