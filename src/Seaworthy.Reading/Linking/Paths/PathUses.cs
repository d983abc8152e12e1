using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Paths;

/// <summary>Every path that a file names, whatever names it.</summary>
internal static class PathUses
{
    public static IReadOnlyList<PathUse> Link(Deployment deployment) => [];
}
