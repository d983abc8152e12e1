using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Pipelines;

/// <summary>What GoReleaser builds besides programs: <c>.goreleaser.yml</c>.</summary>
/// <param name="Dockerfiles">Of the images, as written; GoReleaser builds each in a directory of its own, with the programs that it made and nothing else but what is listed.</param>
/// <remarks>Source: GoReleaser documentation, "Docker Images", "How it works".</remarks>
public sealed record GoReleaserConfig(SourceFile File, IReadOnlyList<Fact<string>> Dockerfiles) : Artifact(File);
