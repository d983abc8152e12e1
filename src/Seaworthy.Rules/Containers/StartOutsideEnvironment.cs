using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A container starts a Python program outside the virtual environment into which its image installs all packages.</summary>
internal sealed class StartOutsideEnvironment : Rule<EnvironmentStart>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/start-outside-environment",
            Title = "Start outside virtual environment",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The image builds, but the program or its packages are not found: the container exits as soon as it starts.",
            Holds = "The program starts in the virtual environment with its packages.",
        };

    public override IEnumerable<EnvironmentStart> Subjects(Deployment deployment) => deployment.All<EnvironmentStart>();

    protected override Subject Identify(EnvironmentStart subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EnvironmentStart subject, Deployment deployment)
    {
        if (subject.IsReached)
        {
            yield break;
        }

        var place = subject.Directory ?? $"a virtual environment of {subject.Manager}";
        var consequence = subject.Import is null ? "which is not on the PATH" : "which it does not use";
        yield return Fail(
                subject.Span,
                $"{subject.Subject} starts `{subject.Program}`, but `{subject.Install.Quote}` installs the packages into {place}, {consequence}."
            )
            .Related(subject.Install)
            .Related(subject.Import)
            .Related(subject.Ignored, "uv pip reads it, uv sync does not")
            .Remedy(
                subject.Directory is { } directory
                    ? $"Add `ENV PATH=\"{directory}/bin:$PATH\"`, or start with `uv run --no-sync {subject.Program}`."
                    : $"Start with `{subject.Manager} run {subject.Program}`, or install without an environment ({Without(subject.Manager)})."
            )
            .VerifyGoneOr(
                $"docker run --rm --entrypoint sh {BuiltImage.Built(subject.Subject, deployment)} -c 'command -v {subject.Program}'"
            );
    }

    private static string Without(string manager) =>
        manager == "poetry" ? "`ENV POETRY_VIRTUALENVS_CREATE=false`" : "`pipenv install --system`";
}
