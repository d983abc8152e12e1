using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>An image builds a browser bundle without a variable that its code uses as an address.</summary>
internal sealed class BuildTimeVariableMissing : Rule<BrowserBundle>
{
    private const int MostPlaces = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/build-time-variable-missing",
            Title = "Missing build-time variable",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The bundler writes `undefined` into the code, and no variable of the container changes it. Browsers request `undefined/…` or fail with `Invalid URL`.",
            Holds = "The build has the variables that the bundle uses as addresses.",
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
            $"{dockerfile} builds {subject.Component.Title} without {VariableWords.List(names)}, which its code uses as {(names.Count == 1 ? "an address" : "addresses")}: no ARG or ENV sets {(names.Count == 1 ? "it" : "them")}.";
        // Coolify adds an ARG for every build variable to the Dockerfile. Source: Coolify documentation, "Environment Variables", "Build Variables".
        var isCertain =
            subject.Missing.Any(variable => variable.IsCertain) && !deployment.Artifacts.Any(artifact => CoolifyMark.IsIn(artifact.File));
        yield return (
            isCertain && subject.IsClosed
                ? Fail(
                    subject.Step,
                    subject.KeptOut is { } line
                        ? $"{message} {line} excludes environment files."
                        : $"{message} No environment file is copied."
                )
            : isCertain && subject.CheckedOut is { } build
                ? Fail(subject.Step, $"{message} {build} builds from a checkout without an environment file.")
            : Warn(subject.Step, $"{message} Only a local environment file could set {(names.Count == 1 ? "it" : "them")}.")
                .As(Severity.Medium)
        ).Related(subject.Missing.Take(MostPlaces).Select(variable => variable.Place), "read here, without a default").Related(subject.KeptOut).Related(subject.CheckedOut).Remedy($"Declare `ARG {first.Name}` before {subject.Step}, and pass it wherever the image is built.").Verify($"git grep -n {first.Name} -- {dockerfile}   # must find it");
    }
}
