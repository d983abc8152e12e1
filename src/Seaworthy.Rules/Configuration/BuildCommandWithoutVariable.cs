using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>The build of an image runs a command that loads the settings, and they do not load without a variable that the build does not have.</summary>
internal sealed class BuildCommandWithoutVariable : Rule<BuildDemand>
{
    private const int MostPlaces = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/build-command-without-variable",
            Title = "Build runs a command without the variables of its settings",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "What the container is given comes too late: the command ends with an exception, and the build with it. No image, no deployment.",
            Holds = "The build gives the command what its settings need to load.",
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
            $"{dockerfile} runs `{subject.Runs}` while it is built, and {subject.Settings} does not load without {VariableWords.List(names)}: no ENV or ARG has {them}";
        yield return (
            !subject.LoadsEnvFile ? Fail(subject.Step, $"{message}, and no env file is read.")
            : subject.IsClosed
                ? Fail(
                    subject.Step,
                    subject.KeptOut is { } line
                        ? $"{message}, and {line} keeps env files out of the build."
                        : $"{message}, and no env file is copied."
                )
            : subject.CheckedOut is { } build
                ? Fail(subject.Step, $"{message}, and {build} builds it of a checkout, which has no env file with {them}.")
            : Warn(
                    subject.Step,
                    $"{message}, and no env file of the repository; only one that somebody has lying there would bring {them} in."
                )
                .As(Severity.Medium)
        ).Related(subject.Missing.Take(MostPlaces).Select(read => read.Span), "read here, without a default").Related(subject.KeptOut).Related(subject.LoadsEnvFile && !subject.IsClosed ? subject.CheckedOut : null).Remedy($"Give {VariableWords.List(names)} a value of no worth in front of this command alone, or a default where {subject.Settings} reads {them}; the real ones belong to the container.").Verify(BuiltImage.Build(subject.Image));
    }
}
