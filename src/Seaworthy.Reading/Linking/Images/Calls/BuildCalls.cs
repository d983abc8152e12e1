using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>Everybody who builds an image: compose files, workflows, scripts, platforms, GoReleaser, Bake.</summary>
internal static class BuildCalls
{
    public static IEnumerable<BuildCall> Find(Deployment deployment) =>
        [.. Written(deployment).Select(call => LowerCase(call, deployment.Tree))];

    private static IEnumerable<BuildCall> Written(Deployment deployment) =>
        [
            .. ComposeBuildCalls.Find(deployment),
            .. ActionBuildCalls.Find(deployment),
            .. CommandBuildCalls.Find(deployment),
            .. PlatformBuildCalls.Find(deployment),
            .. GoReleaserBuildCalls.Find(deployment),
            .. BakeBuildCalls.Find(deployment),
        ];

    /// <summary>Builders take <c>dockerfile</c> where <c>Dockerfile</c> is absent.</summary>
    /// <remarks>Source: BuildKit, frontend dockerui, "dockerfile is also supported".</remarks>
    private static BuildCall LowerCase(BuildCall call, RepositoryTree tree) =>
        call.Dockerfile is { } path
        && RepositoryPath.NameOf(path) == "Dockerfile"
        && !tree.HasFile(path)
        && RepositoryPath.Join(RepositoryPath.Parent(path), "dockerfile") is { } lower
        && tree.HasFile(lower)
            ? call with
            {
                Dockerfile = lower,
            }
            : call;
}
