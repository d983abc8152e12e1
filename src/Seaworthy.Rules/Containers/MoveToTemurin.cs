using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Known.Tags;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>What else changes where an image of openjdk gives way to one of Temurin.</summary>
internal static class MoveToTemurin
{
    private const string Temurin = "eclipse-temurin:";
    private const string JavaOfSystem = "/usr/bin/java";

    private static readonly string[] OnlyInOpenJdk = ["unzip", "git"];

    /// <summary>As the end of a sentence that names the new image; empty where nothing else changes, or the new image is another.</summary>
    public static string Besides(SameImage image, MissingImage missing, Deployment deployment) =>
        missing.Instead is { } instead && instead.StartsWith(Temurin, StringComparison.Ordinal)
            ? string.Concat(
                image.Uses.SelectMany(use => Instructions(use, deployment)).Select(CalledByPath).FirstOrDefault(call => call.Length > 0)
                    ?? "",
                NoLongerBrought([.. image.Uses.SelectMany(use => Instructions(use, deployment))]),
                Newer(image, instead, deployment)
            )
            : "";

    private static IEnumerable<DockerInstruction> Instructions(ImageUse use, Deployment deployment) =>
        deployment.At<Dockerfile>(use.Span.File.Path)?.Stages.SelectMany(stage => stage.Instructions) ?? [];

    /// <remarks>Source: adoptium/containers, Dockerfiles: JAVA_HOME is /opt/java/openjdk, and nothing links to it.</remarks>
    private static string CalledByPath(DockerInstruction instruction) =>
        instruction is DockerInstruction.Cmd or DockerInstruction.Entrypoint or DockerInstruction.Healthcheck
        && instruction.Span.Mentions(JavaOfSystem)
            ? $", and call `java` instead of {JavaOfSystem} in {instruction.Span}: Temurin has it at /opt/java/openjdk/bin"
            : "";

    /// <remarks>Sources: docker-library/buildpack-deps, Dockerfiles of curl and scm, on which openjdk was built; adoptium/containers, Dockerfiles.</remarks>
    private static string NoLongerBrought(IReadOnlyList<DockerInstruction> instructions)
    {
        var commands = instructions.OfType<DockerInstruction.Run>().SelectMany(run => run.Command.Commands).ToList();
        var lost = OnlyInOpenJdk
            .Where(program =>
                commands.Exists(command => command.Program == program)
                && !commands.Exists(command => command.Program is "apt-get" or "apt" && command.Words.Any(word => word.Literal == program))
            )
            .ToList();
        return lost.Count > 0 ? $", and install {string.Join(" and ", lost)} there, which Temurin does not include" : "";
    }

    /// <summary>What the sources beside are compiled for, where the release in place of the missing one is older.</summary>
    private static string Newer(SameImage image, string instead, Deployment deployment)
    {
        var release = ReleaseOf(instead[Temurin.Length..]);
        var newer = image
            .Uses.Select(use => new { use.Span, Asked = Asked(use, deployment) })
            .Where(place => release > 0 && place.Asked is { } asked && ReleaseOf(asked.Version) > release)
            .ToList();
        return newer is not [{ Span: var place, Asked: { } java }, ..] ? ""
            : newer.Count == image.Uses.Count ? $", but with release {ReleaseOf(java.Version)}, which {java.Span.File} targets"
            : $"; with release {ReleaseOf(java.Version)} in {place}, which {java.Span.File} targets";
    }

    private static RuntimeRequirement? Asked(ImageUse use, Deployment deployment) =>
        deployment
            .In<JavaBuild>(use.Span.File.Directory)
            .SelectMany(build => build.Runtimes)
            .OrderByDescending(java => ReleaseOf(java.Version))
            .FirstOrDefault();

    // Before 9 the first number of a release was 1.
    private static int ReleaseOf(string version) =>
        VersionLine.Parse(version.StartsWith("1.", StringComparison.Ordinal) ? version[2..] : version)?.MajorVersion ?? 0;
}
