using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>A name that a build gives to an image.</summary>
internal sealed record NamedImage(string Name, Image Image);
