using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether a machine builds, checks or deploys what is changed.</summary>
internal static class PipelineCapability
{
    private static readonly string[] SetUpElsewhere =
    [
        "Jenkins",
        "TeamCity",
        "CodePipeline",
        "CodeBuild",
        "Azure DevOps",
        "Azure Pipelines",
        "Octopus Deploy",
        "Buildkite",
        "Argo CD",
        "ArgoCD",
        "Coolify",
        "Dokploy",
        "CapRover",
    ];

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        var place = parts.Scale.Because[0].Span;
        var found = Evidence(parts).Take(3).ToList();
        var doubt =
            parts.IsOnPlatformsOnly || IsBuiltByPlatform(parts.Deployment) ? "the platform may build and check each change by itself"
            : parts.Deployment.Of<Workflow>().FirstOrDefault(found => found.IsUnstarted) is { } workflow
                ? $"{workflow.File.Path} has no `on`, so it is perhaps switched off"
            : NamedSystem(parts.Deployment) ?? SpokenToSystem(parts.Deployment);
        yield return new Capability(
            CapabilityKind.Pipeline,
            found.Count > 0 ? CapabilityLevel.Present
                : doubt is not null ? CapabilityLevel.Unknown
                : CapabilityLevel.Absent,
            "the repository",
            place
        )
        {
            Evidence = found,
            Wanting = [.. Scripts(parts).Take(3)],
            UnknownBecause = doubt,
        };
    }

    /// <summary>They build each change that they are told of, and some of them test it.</summary>
    private static bool IsBuiltByPlatform(Deployment deployment) =>
        deployment.Artifacts.Any(artifact => artifact is NetlifyConfig or VercelConfig or RenderBlueprint or RailwayConfig);

    /// <summary>The README names a system whose jobs are set up on its server; GitHub, GitLab and most others read theirs from the repository.</summary>
    private static string? NamedSystem(Deployment deployment) =>
        deployment
            .Of<Document>()
            .Where(document =>
                document.File.Directory.Length == 0 && document.File.Name.StartsWith("README", StringComparison.OrdinalIgnoreCase)
            )
            .SelectMany(document => SetUpElsewhere.Select(system => (System: system, At: WordSearch.First([document.File], [system]))))
            .Where(named => named.At is not null)
            .Select(named => $"{named.At} names {named.System}, whose jobs may be set up outside the repository")
            .FirstOrDefault();

    /// <summary>A script writes messages for a system, or reads what only that sets: its jobs start it.</summary>
    /// <remarks>Source: TeamCity documentation, "Service Messages", "Predefined Build Parameters".</remarks>
    private static string? SpokenToSystem(Deployment deployment) =>
        WordSearch.First(deployment.Of<ShellScript>().Select(script => script.File), ["##teamcity[", "TEAMCITY_"]) is { } place
            ? $"{place} speaks to TeamCity, whose jobs may be set up outside the repository"
            : null;

    private static IEnumerable<Fact<string>> Evidence(DeployedParts parts) =>
        parts
            .Pipelines.Where(pipeline => pipeline.Declared is not ShellScript)
            .Select(pipeline => new Fact<string>(pipeline.Declared.File.Path, pipeline.Declared.File.Whole))
            .Concat(
                parts.Signs.Pipeline is { } other && parts.Deployment.At<Workflow>(other.File.Path) is not { IsUnstarted: true }
                    ? [new Fact<string>(other.File.Path, other)]
                    : []
            )
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
