using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Tags;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>What else changes where an image of openjdk gives way to one of Temurin.</summary>
internal static partial class MoveToTemurin
{
    private const string Temurin = "eclipse-temurin:";
    private const string JavaOfSystem = "/usr/bin/java";

    private static readonly string[] OnlyInOpenJdk = ["unzip", "git"];

    /// <summary>As the end of a sentence that names the new image; empty where nothing else changes, or the new image is another.</summary>
    public static string Besides(ImageUse use, MissingImage missing, Deployment deployment) =>
        missing.Instead is { } instead && instead.StartsWith(Temurin, StringComparison.Ordinal)
            ? $"{CalledByPath(use, deployment)}{NoLongerBrought(use, deployment)}{Newer(use, instead, deployment)}"
            : "";

    /// <remarks>Source: adoptium/containers, Dockerfiles: JAVA_HOME is /opt/java/openjdk, and nothing links to it.</remarks>
    private static string CalledByPath(ImageUse use, Deployment deployment) =>
        deployment
            .At<Dockerfile>(use.Span.File.Path)
            ?.Stages.SelectMany(stage => stage.Instructions)
            .FirstOrDefault(instruction =>
                instruction is DockerInstruction.Cmd or DockerInstruction.Entrypoint or DockerInstruction.Healthcheck
                && instruction.Span.Text.Contains(JavaOfSystem, StringComparison.Ordinal)
            )
            is { } call
            ? $", and call `java` in place of {JavaOfSystem} in {call.Span}: Temurin has it at /opt/java/openjdk/bin"
            : "";

    /// <remarks>Sources: docker-library/buildpack-deps, Dockerfiles of curl and scm, upon which openjdk was built; adoptium/containers, Dockerfiles.</remarks>
    private static string NoLongerBrought(ImageUse use, Deployment deployment)
    {
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
    private static string Newer(ImageUse use, string instead, Deployment deployment) =>
        int.TryParse(instead[Temurin.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var release)
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
}
