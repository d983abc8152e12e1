using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Starts;

namespace Seaworthy.Reading.Linking.Images.Names;

/// <summary>The names that Dockerfiles and their callers give to stages, build arguments and variables.</summary>
internal static class DockerfileNames
{
    public static IEnumerable<NameUse> Find(Deployment deployment) =>
        [
            .. ImageScripts.Find(deployment),
            .. StageNames.Find(deployment),
            .. BuildCallNames.Find(deployment),
            .. BuildVariableNames.Find(deployment).DistinctBy(use => new { use.Name, use.Span }),
        ];
}
