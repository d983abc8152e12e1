using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A container starts a Python server or worker that no package of its image provides.</summary>
internal sealed class ProgramNotInstalled : Rule<StartedPackage>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/program-not-installed",
            Title = "Server package not installed",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The image builds, but its container fails at start.",
            Holds = "The image installs the server or worker that its container starts.",
        };

    public override IEnumerable<StartedPackage> Subjects(Deployment deployment) => deployment.All<StartedPackage>();

    protected override Subject Identify(StartedPackage subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(StartedPackage subject, Deployment deployment)
    {
        if (subject.IsInstalled)
        {
            yield break;
        }

        var installed = subject.Manifests is [var manifest, ..] ? manifest.Path : "packages by name";
        var said = subject.LoadedBy is { } loader
            ? $"{loader} of {subject.Subject} loads `{subject.Name}`, but the image installs {installed} without {subject.Package}"
            : $"{subject.Subject} starts `{subject.Name}`, but the image installs {installed} without {subject.Package}";
        if (subject.UnknownBecause is { } why)
        {
            yield return Unknown(subject.Span, $"{said}; unknown whether it is there anyway: {why}.");
            yield break;
        }

        yield return (
            subject.IsCertain
                ? Fail(subject.Span, $"{said}.")
                : LikelyFail(subject.Span, $"{said}, unless another package provides it.").As(Severity.High)
        )
            .Related(subject.Installs)
            .Remedy(
                subject.Manifests.Count > 0
                    ? $"Add `{subject.Package}` to `{installed}`."
                    : $"Install `{subject.Package}` beside the others ({subject.Installs[0]})."
            )
            .Verify(
                $"docker run --rm --entrypoint pip {BuiltImage.Built(subject.Installs[0].File.Path, deployment)} show {subject.Package}"
            );
    }
}
