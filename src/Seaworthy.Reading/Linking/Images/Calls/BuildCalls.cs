using Seaworthy.Model;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>Everybody who builds an image: compose files, workflows, scripts, platforms, GoReleaser, Bake.</summary>
internal static class BuildCalls
{
    public static IEnumerable<BuildCall> Find(Deployment deployment) =>
        [
            .. ComposeBuildCalls.Find(deployment),
            .. ActionBuildCalls.Find(deployment),
            .. CommandBuildCalls.Find(deployment),
            .. PlatformBuildCalls.Find(deployment),
            .. GoReleaserBuildCalls.Find(deployment),
            .. BakeBuildCalls.Find(deployment),
        ];
}
