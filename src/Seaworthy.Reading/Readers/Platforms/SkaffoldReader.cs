using System.Globalization;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads a skaffold.yaml, whose profiles build the same images from other Dockerfiles.</summary>
/// <remarks>Source: Skaffold documentation, "skaffold.yaml", "Profiles".</remarks>
internal sealed class SkaffoldReader : Reader
{
    private const string Patched = "/build/artifacts/";

    private static readonly string[] OtherBuilders = ["jib", "ko", "buildpacks", "bazel", "custom"];

    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("skaffold", StringComparison.Ordinal)
            && (name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal));
    }

    public override Artifact? Read(FileSyntax file)
    {
        var documents = file
            .Yaml.Documents.Where(root => root["apiVersion"]?.Fact?.Value.StartsWith("skaffold/", StringComparison.Ordinal) is true)
            .ToList();
        return documents.Count > 0
            ? new SkaffoldConfig(file.File) { Artifacts = [.. documents.SelectMany(Artifacts)], Problems = file.Yaml.Problems }
            : null;
    }

    private static IEnumerable<SkaffoldArtifact> Artifacts(Node root)
    {
        List<SkaffoldArtifact> own = [.. Listed(root)];
        return own.Concat(Mappings(root["profiles"]).SelectMany(profile => Listed(profile).Concat(Changed(profile, own))));
    }

    private static IEnumerable<SkaffoldArtifact> Listed(Node parent) =>
        Mappings(parent["build"]?["artifacts"])
            .Where(artifact => artifact["image"]?.Fact is not null)
            .Select(artifact => new SkaffoldArtifact(artifact["image"]?.Fact ?? new Fact<string>("", artifact.Span), artifact.Span)
            {
                Context = artifact["context"]?.Fact,
                Dockerfile = (artifact["docker"] ?? artifact["kaniko"])?["dockerfile"]?.Fact,
                Target = (artifact["docker"] ?? artifact["kaniko"])?["target"]?.Fact,
                Arguments = Variables((artifact["docker"] ?? artifact["kaniko"])?["buildArgs"]),
                UsesDocker = OtherBuilders.All(builder => artifact[builder] is null),
            });

    /// <summary>JSON patches of a profile: <c>/build/artifacts/0/docker/dockerfile</c>.</summary>
    private static IEnumerable<SkaffoldArtifact> Changed(Node profile, List<SkaffoldArtifact> own) =>
        Mappings(profile["patches"])
            .Where(patch =>
                patch["path"]?.Fact?.Value.StartsWith(Patched, StringComparison.Ordinal) is true && patch["value"]?.Fact is not null
            )
            .GroupBy(patch => patch["path"]?.Fact?.Value[Patched.Length..].Split('/')[0])
            .Where(same => int.TryParse(same.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < own.Count)
            .Select(same => same.Aggregate(own[int.Parse(same.Key ?? "", CultureInfo.InvariantCulture)], Change));

    private static SkaffoldArtifact Change(SkaffoldArtifact artifact, MappingNode patch)
    {
        var path = patch["path"]?.Fact?.Value ?? "";
        var value = patch["value"]?.Fact;
        // A patch that replaces what is not there is refused before anything is built.
        var adds = patch["op"]?.Fact?.Value == "add";
        return path switch
        {
            _ when path.EndsWith("/docker/dockerfile", StringComparison.Ordinal) && (adds || artifact.Dockerfile is not null) =>
                artifact with
                {
                    Dockerfile = value,
                    Span = patch.Span,
                },
            _ when path.EndsWith("/docker/target", StringComparison.Ordinal) && (adds || artifact.Target is not null) => artifact with
            {
                Target = value,
                Span = patch.Span,
            },
            _ when path.EndsWith("/context", StringComparison.Ordinal) => artifact with { Context = value, Span = patch.Span },
            _ => artifact,
        };
    }
}
