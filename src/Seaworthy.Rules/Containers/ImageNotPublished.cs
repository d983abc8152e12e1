using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Tags;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A file names an image by a tag that Docker Hub does not have.</summary>
internal sealed partial class ImageNotPublished : Rule<SameImage>
{
    private const string Temurin = "eclipse-temurin:";

    private const string JavaOfSystem = "/usr/bin/java";

    private static readonly string[] OnlyInOpenJdk = ["unzip", "git"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/image-not-published",
            Title = "Image that its registry does not have",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "The registry does not give it out: nothing can be built upon the image, and nothing that runs it starts, but on machines that pulled it before.",
            Holds = "Docker Hub had the image's tag, as far as is known.",
        };

    /// <summary>Twelve services upon one image are one thing to mend; what is left behind or for development is another.</summary>
    public override IEnumerable<SameImage> Subjects(Deployment deployment)
    {
        var leftBehind = OrphanDockerfiles.LeftBehind(deployment);
        return deployment
            .ImageUses.Where(use => use.Missing is not null || use.WasPublished)
            .GroupBy(use => new { use.Text, IsAside = use.IsForDevelopment || leftBehind.Contains(use.Span.File) })
            .Select(same => new SameImage([.. same.DistinctBy(use => use.Span)], same.Key.IsAside));
    }

    protected override Subject Identify(SameImage subject) => new(subject.Uses[0].Subject, subject.Uses[0].Span);

    protected override IEnumerable<Verdict> Check(SameImage subject, Deployment deployment)
    {
        var use = subject.Uses[0];
        if (use.Missing is not { } missing)
        {
            yield break;
        }

        var others = subject.Uses.Count > 1 ? $" (and {subject.Uses.Count - 1} more)" : "";
        var verdict = Fail(
                use.Span,
                $"{use.Subject}{others} {(use.IsBase ? "is built upon" : "runs")} {use.Text}, which {(missing.IsNoName ? "no registry has" : "Docker Hub does not have")}: {missing.Reason}. {(use.IsBase ? "The build stops here" : "It cannot be pulled")}."
            )
            .Related(use.Chain)
            .Related(subject.Uses.Skip(1).Select(other => other.Span))
            .Remedy(
                $"Name {Instead(use, missing, deployment) ?? "a tag that is there"} in {use.Span}{(subject.Uses.Count > 1 ? " and the other places" : "")}{CalledByPath(use, missing, deployment)}{NoLongerBrought(use, missing, deployment)}{Newer(use, missing, deployment)}."
            )
            .Verify($"docker manifest inspect {use.Text}");
        yield return subject.IsAside ? verdict.As(Severity.Medium) : verdict;
    }

    /// <remarks>Source: adoptium/containers, Dockerfiles: JAVA_HOME is /opt/java/openjdk, and nothing links to it.</remarks>
    private static string CalledByPath(ImageUse use, MissingImage missing, Deployment deployment) =>
        missing.Instead?.StartsWith(Temurin, StringComparison.Ordinal) is true
        && deployment.At<Dockerfile>(use.Span.File.Path) is { } dockerfile
        && dockerfile
            .Stages.SelectMany(stage => stage.Instructions)
            .FirstOrDefault(instruction =>
                instruction is DockerInstruction.Cmd or DockerInstruction.Entrypoint or DockerInstruction.Healthcheck
                && instruction.Span.Text.Contains(JavaOfSystem, StringComparison.Ordinal)
            )
            is { } call
            ? $", and call `java` in place of {JavaOfSystem} in {call.Span}: Temurin has it at /opt/java/openjdk/bin"
            : "";

    /// <remarks>Sources: docker-library/buildpack-deps, Dockerfiles of curl and scm, upon which openjdk was built; adoptium/containers, Dockerfiles.</remarks>
    private static string NoLongerBrought(ImageUse use, MissingImage missing, Deployment deployment)
    {
        if (missing.Instead?.StartsWith(Temurin, StringComparison.Ordinal) is not true)
        {
            return "";
        }

        var commands = deployment.CommandsIn(use.Span.File).Select(site => site.Command).ToList();
        var lost = OnlyInOpenJdk
            .Where(program =>
                commands.Exists(command => command.Program == program)
                && !commands.Exists(command => command.Program is "apt-get" or "apt" && command.Words.Any(word => word.Literal == program))
            )
            .ToList();
        return lost.Count > 0 ? $", and install {string.Join(" and ", lost)} there, which Temurin does not bring along" : "";
    }

    /// <summary>What the sources beside are compiled for, where the release in place of the missing one is older.</summary>
    private static string Newer(ImageUse use, MissingImage missing, Deployment deployment) =>
        missing.Instead is { } instead
        && instead.StartsWith(Temurin, StringComparison.Ordinal)
        && int.TryParse(instead[Temurin.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var release)
        && deployment.In<Manifest>(use.Span.File.Directory).FirstOrDefault(manifest => manifest.File.Name == "pom.xml") is { } pom
        && JavaOfPom().Match(pom.File.Text) is { Success: true } match
        && int.Parse(match.Groups["release"].ValueSpan, CultureInfo.InvariantCulture) is var asked
        && asked > release
            ? $", of release {asked}, for which {pom.File.Path} compiles"
            : "";

    [GeneratedRegex(
        @"<(?:java\.version|maven\.compiler\.(?:release|target))>\s*(?<release>\d{1,2})\s*<",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex JavaOfPom();

    private static string? Instead(ImageUse use, MissingImage missing, Deployment deployment) =>
        missing.Wrapper is { } script
        && (
            deployment.Tree.HasFile(script)
            || (use.Span.File.Directory is { Length: > 0 } directory && deployment.Tree.HasFile($"{directory}/{script}"))
        )
            ? missing.InsteadWithWrapper
            : missing.Instead;
}
