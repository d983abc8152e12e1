using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>An image build runs a command that loads the settings, which require a variable that the build does not set.</summary>
internal sealed class BuildCommandWithoutVariable : Rule<BuildDemand>
{
    private const int MostPlaces = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/build-command-without-variable",
            Title = "Missing variable in build command",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The command fails with an exception, so the image is not built. Variables of the container are set too late.",
            Holds = "The build sets every variable that the command's settings require.",
        };

    public override IEnumerable<BuildDemand> Subjects(Deployment deployment) => deployment.All<BuildDemand>();

    protected override Subject Identify(BuildDemand subject) => new(subject.Image.Dockerfile.File.Path, subject.Step);

    protected override IEnumerable<Verdict> Check(BuildDemand subject, Deployment deployment)
    {
        if (subject.Missing.Count == 0)
        {
            yield break;
        }

        var names = subject.Missing.Select(read => read.Name).ToList();
        var them = names.Count == 1 ? "it" : "them";
        var dockerfile = subject.Image.Dockerfile.File.Path;
        var message =
            $"{dockerfile} runs `{subject.Runs}`, but no ENV or ARG sets {VariableWords.List(names)}, which {subject.Settings} requires.";
        yield return (
            !subject.LoadsEnvFile ? Fail(subject.Step, message)
            : subject.IsClosed
                ? Fail(
                    subject.Step,
                    subject.KeptOut is { } line
                        ? $"{message} {line} excludes environment files."
                        : $"{message} No environment file is copied."
                )
            : subject.CheckedOut is { } build ? Fail(subject.Step, $"{message} {build} builds from a checkout without an environment file.")
            : Warn(subject.Step, $"{message} Only a local environment file could set {them}.").As(Severity.Medium)
        ).Related(subject.Missing.Take(MostPlaces).Select(read => read.Span), "read here, without a default").Related(subject.KeptOut).Related(subject.LoadsEnvFile && !subject.IsClosed ? subject.CheckedOut : null).Remedy($"Set {VariableWords.List(names)} to a dummy value in front of this command only, or add a default in {subject.Settings}; set the real {(names.Count == 1 ? "value" : "values")} for the container.").Verify(BuiltImage.Build(subject.Image));
    }
}
