using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>What starts in containers of a Dockerfile, whichever stage they end with.</summary>
internal static class DockerfileStarts
{
    private static readonly PerDeployment<ILookup<object?, Startup>> All = new(deployment =>
        deployment.Startups.ToLookup(object? (startup) => startup.Image?.Dockerfile, ReferenceEqualityComparer.Instance)
    );

    public static IEnumerable<Startup> Of(Dockerfile dockerfile, Deployment deployment) => All.Of(deployment)[dockerfile];
}
