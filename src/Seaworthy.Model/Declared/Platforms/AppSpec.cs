using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>An app spec of DigitalOcean's App Platform, as far as it is read: what its components are given.</summary>
/// <remarks>Source: DigitalOcean, "App Specification Reference", "envs".</remarks>
public sealed record AppSpec(SourceFile File) : Artifact(File)
{
    /// <summary>Literals only; <see cref="PlatformVariable.Scope"/> is the component's name.</summary>
    public IReadOnlyList<PlatformVariable> Envs { get; init; } = [];

    public IReadOnlyList<AppComponent> Services { get; init; } = [];

    /// <summary>The rules of <c>ingress</c>, and the <c>routes</c> of components, which are their older form.</summary>
    public IReadOnlyList<AppRoute> Routes { get; init; } = [];
}
