using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>An app spec of DigitalOcean's App Platform, as far as it is read: what its components are given.</summary>
/// <remarks>Source: DigitalOcean, "App Specification Reference", "envs".</remarks>
public sealed record AppSpec(SourceFile File) : Artifact(File)
{
    /// <summary>Literals only; <see cref="PlatformVariable.Scope"/> is the component's name.</summary>
    public IReadOnlyList<PlatformVariable> Envs { get; init; } = [];
}
