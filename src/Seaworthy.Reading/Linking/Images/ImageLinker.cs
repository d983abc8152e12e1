using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Dockerfiles and everybody who builds them to images.</summary>
internal static class ImageLinker
{
    public static IReadOnlyList<Image> Link(Deployment deployment) => [];
}
