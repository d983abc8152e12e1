using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>An image builds a bundle for browsers without a variable that its code makes an address of.</summary>
internal sealed class BuildTimeVariableMissing : Rule<BrowserBundle>
{
    private const int MostPlaces = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/build-time-variable-missing",
            Title = "Bundle built without a variable that it needs",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The bundler writes `undefined` where the value belongs, and nothing that the container is given later changes it: browsers ask for `undefined/…`, or stop at the address.",
            Holds = "The build is given what the bundle's addresses need.",
        };

    public override IEnumerable<BrowserBundle> Subjects(Deployment deployment) => deployment.All<BrowserBundle>();

    protected override Subject Identify(BrowserBundle subject) => new(subject.Image.Dockerfile.File.Path, subject.Step);

    protected override IEnumerable<Verdict> Check(BrowserBundle subject, Deployment deployment)
    {
        if (subject.Missing is not [var first, ..])
        {
            yield break;
        }

        var names = subject.Missing.Select(variable => variable.Name).ToList();
        var dockerfile = subject.Image.Dockerfile.File.Path;
        var message =
            $"{dockerfile} builds the bundle of {subject.Component.Title} without {VariableWords.List(names)}, of which its code makes addresses: no ARG or ENV has {(names.Count == 1 ? "it" : "them")}";
        // Coolify puts an ARG for every variable of the build into the Dockerfile. Source: Coolify documentation, "Environment Variables", "Build Variables".
        var isCertain =
            subject.Missing.Any(variable => variable.IsCertain) && !deployment.Artifacts.Any(artifact => CoolifyMark.IsIn(artifact.File));
        yield return (
            isCertain && subject.IsClosed
                ? Fail(
                    subject.Step,
                    subject.KeptOut is { } line
                        ? $"{message}, and {line} keeps every env file out of the build."
                        : $"{message}, and no env file is copied."
                )
            : isCertain && subject.CheckedOut is { } build
                ? Fail(
                    subject.Step,
                    $"{message}, and {build} builds it of a checkout, which has no env file with {(names.Count == 1 ? "it" : "them")}."
                )
            : Warn(subject.Step, $"{message}, and no env file of the repository; only one that somebody has lying there would bring it in.")
                .As(Severity.Medium)
        ).Related(subject.Missing.Take(MostPlaces).Select(variable => variable.Place), "read here, without a default").Related(subject.KeptOut).Related(subject.CheckedOut).Remedy($"Declare `ARG {first.Name}` before {subject.Step}, and pass it wherever the image is built.").Verify($"git grep -n {first.Name} -- {dockerfile}   # must find it");
    }
}
