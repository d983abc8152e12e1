using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>A name that a build gives to an image.</summary>
internal sealed record NamedImage(string Name, Image Image)
{
    /// <summary>The same script sends it to a registry: whoever pulls the name gets this one.</summary>
    public bool IsPushed { get; init; }
}
