using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>A name that a build gives to an image.</summary>
internal sealed record NamedImage(string Name, Image Image)
{
    /// <summary>The same script pushes it to a registry: a pull of the name gets this image.</summary>
    public bool IsPushed { get; init; }
}
