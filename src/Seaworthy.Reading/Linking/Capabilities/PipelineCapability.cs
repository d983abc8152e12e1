using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether a machine builds, checks or deploys what is changed.</summary>
internal static class PipelineCapability
{
    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        var place = parts.Scale.Because[0].Span;
        var found = Evidence(parts).Take(3).ToList();
        var isBuiltThere = parts.IsOnPlatformsOnly || IsBuiltByPlatform(parts.Deployment);
        yield return new Capability(
            CapabilityKind.Pipeline,
            found.Count > 0 ? CapabilityLevel.Present
                : isBuiltThere ? CapabilityLevel.Unknown
                : CapabilityLevel.Absent,
            "the repository",
            place
        )
        {
            Evidence = found,
            Wanting = [.. Scripts(parts).Take(3)],
            UnknownBecause = isBuiltThere ? "the platform may build and check each change by itself" : null,
        };
    }

    /// <summary>They build each change that they are told of, and some of them test it.</summary>
    private static bool IsBuiltByPlatform(Deployment deployment) =>
        deployment.Artifacts.Any(artifact => artifact is NetlifyConfig or VercelConfig or RenderBlueprint or RailwayConfig);

    private static IEnumerable<Fact<string>> Evidence(DeployedParts parts) =>
        parts
            .Pipelines.Where(pipeline => pipeline.Declared is not ShellScript)
            .Select(pipeline => new Fact<string>(pipeline.Declared.File.Path, pipeline.Declared.File.Whole))
            .Concat(parts.Signs.Pipeline is { } other ? [new Fact<string>(other.File.Path, other)] : [])
            .Concat(
                parts
                    .Deployment.KubernetesStacks.SelectMany(stack => stack.Of<GitDelivery>())
                    .Select(delivery => new Fact<string>(delivery.ToString(), delivery.Span))
            );

    /// <summary>Scripts that deploy: somebody has to start them.</summary>
    private static IEnumerable<Fact<string>> Scripts(DeployedParts parts) =>
        parts
            .Pipelines.Where(pipeline => pipeline.Declared is ShellScript)
            .Select(pipeline => new Fact<string>(pipeline.Declared.File.Path, pipeline.Declared.File.Whole));
}
