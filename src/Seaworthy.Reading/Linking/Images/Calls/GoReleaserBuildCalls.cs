using Seaworthy.Model;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>Images that GoReleaser builds: their context is a directory that it makes for them.</summary>
internal static class GoReleaserBuildCalls
{
    public static IEnumerable<BuildCall> Find(Deployment deployment) =>
        from config in deployment.Of<GoReleaserConfig>()
        from dockerfile in config.Dockerfiles
        let path = RepositoryPath.Join("", dockerfile.Value)
        where path is not null && deployment.Tree.HasFile(path)
        select new BuildCall(path, null, config.File.Path, dockerfile.Span);
}
