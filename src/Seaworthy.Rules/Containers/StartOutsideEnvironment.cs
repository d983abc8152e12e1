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
            Title = "Start outside the virtual environment",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "The image builds, and the system finds no such program, or Python none of the packages: the container ends as soon as it starts.",
            Holds = "The program is started in the virtual environment that holds its packages.",
        };

    public override IEnumerable<EnvironmentStart> Subjects(Deployment deployment) => deployment.All<EnvironmentStart>();

    protected override Subject Identify(EnvironmentStart subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EnvironmentStart subject, Deployment deployment)
    {
        if (subject.IsReached)
        {
            yield break;
        }

        var place = subject.Directory ?? $"a virtual environment that {subject.Manager} makes";
        var consequence = subject.Import is null
            ? $"no directory of it is on the PATH: the container ends with `{subject.Program}: not found`"
            : $"`{subject.Program}` is that of the image, which has none of them: the program stops with `ModuleNotFoundError`";
        yield return Fail(
                subject.Span,
                $"{subject.Subject} starts `{subject.Program}`; `{subject.Install.Quote}` installs packages into {place}, and {consequence}."
            )
            .Related(subject.Install)
            .Related(subject.Import)
            .Related(subject.Ignored, "uv pip asks for it, uv sync does not")
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
