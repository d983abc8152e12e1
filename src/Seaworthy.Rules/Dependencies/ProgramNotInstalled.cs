using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A container starts a server or worker of Python, and no package that its image installs brings it.</summary>
internal sealed class ProgramNotInstalled : Rule<StartedPackage>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/program-not-installed",
            Title = "Server that no installed package brings",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The image builds, and its container ends as soon as it starts; on the machine of whoever wrote it the program was installed by hand.",
            Holds = "The image installs the server or worker with which its container starts.",
        };

    public override IEnumerable<StartedPackage> Subjects(Deployment deployment) => deployment.All<StartedPackage>();

    protected override Subject Identify(StartedPackage subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(StartedPackage subject, Deployment deployment)
    {
        if (subject.IsInstalled)
        {
            yield break;
        }

        var installed = subject.Manifests is [var manifest, ..] ? manifest.Path : "by name";
        var said = subject.LoadedBy is { } loader
            ? $"{subject.Subject} has {loader} load {subject.Name}, and {subject.Package} is not among what the image installs ({installed})"
            : $"{subject.Subject} starts {subject.Name}, and {subject.Package} is not among what the image installs ({installed})";
        if (subject.UnknownBecause is { } why)
        {
            yield return Unknown(subject.Span, $"{said}; whether it is there all the same cannot be told: {why}.");
            yield break;
        }

        var end = subject.LoadedBy is null ? "the container ends with `not found`" : "the server ends with `ModuleNotFoundError`";
        yield return (
            subject.IsCertain
                ? Fail(subject.Span, $"{said}: {end}.")
                : LikelyFail(subject.Span, $"{said}: {end}, unless another package brings it.").As(Severity.High)
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
