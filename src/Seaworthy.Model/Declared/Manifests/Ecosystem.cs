namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A world of packages with one registry and one way to name versions.</summary>
public enum Ecosystem
{
    Npm,
    Python,
    Cargo,
    Go,
    NuGet,
    Composer,
    RubyGems,
    Maven,
    Pub,
    Hex,
}
