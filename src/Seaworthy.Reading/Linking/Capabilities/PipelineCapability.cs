using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Pipelines;
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

    // They build what is pushed, once somebody has connected them to the repository; a line that merely praises one does not say so.
    private static readonly string[] Platforms = ["Vercel", "Netlify", "Render", "Railway", "Cloudflare Pages", "Heroku", "Amplify"];
    private static readonly string[] Pushes =
    [
        "auto-deploy",
        "auto deploy",
        "autodeploy",
        "automatic deploy",
        "automatically deploy",
        "deploys automatically",
        "on push",
        "every push",
        "each push",
        "push to main",
    ];

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        var place = parts.Scale.Because[0].Span;
        var found = Evidence(parts).Take(3).ToList();
        var doubt =
            (parts.IsOnPlatformsOnly && !parts.Targets.Any(target => target.Kind == TargetKind.Bicep))
            || IsBuiltByPlatform(parts.Deployment)
                ? "the platform may build and check each change by itself"
            : parts.Deployment.Of<Workflow>().FirstOrDefault(found => found.IsUnstarted) is { } workflow
                ? $"{workflow.File.Path} has no `on`, so it may be switched off"
            : NamedSystem(parts.Deployment) ?? SpokenToSystem(parts.Deployment) ?? ToldOfPushes(parts.Deployment);
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

    /// <summary>They build each change that reaches them, and some of them test it.</summary>
    private static bool IsBuiltByPlatform(Deployment deployment) =>
        deployment.Artifacts.Any(artifact => artifact is NetlifyConfig or VercelConfig or RenderBlueprint or RailwayConfig);

    /// <summary>The README names a system whose jobs are set up on its server; GitHub, GitLab and most others read theirs from the repository.</summary>
    private static string? NamedSystem(Deployment deployment) =>
        deployment
            .Of<Document>()
            .Where(document =>
                document.File.Directory.Length == 0 && document.File.Name.StartsWith("README", StringComparison.OrdinalIgnoreCase)
            )
            .SelectMany(document =>
                SetUpElsewhere.Select(system => new { System = system, At = WordSearch.First([document.File], [system]) })
            )
            .Where(named => named.At is not null)
            .Select(named => $"{named.At} names {named.System}, whose jobs may be set up outside the repository")
            .FirstOrDefault();

    /// <summary>A script writes messages for a system, or reads what only that sets: its jobs start it.</summary>
    /// <remarks>Source: TeamCity documentation, "Service Messages", "Predefined Build Parameters".</remarks>
    private static string? SpokenToSystem(Deployment deployment) =>
        WordSearch.First(deployment.Of<ShellScript>().Select(script => script.File), ["##teamcity[", "TEAMCITY_"]) is { } place
            ? $"{place} calls TeamCity, whose jobs may be set up outside the repository"
            : null;

    /// <summary>A document says that a platform deploys what is pushed: <c>CI/CD: GitHub → Vercel (auto-deploy on push to main)</c>.</summary>
    private static string? ToldOfPushes(Deployment deployment) =>
        deployment
            .Of<Document>()
            .Where(document => document.File.Directory.Length == 0)
            .SelectMany(document =>
                Enumerable
                    .Range(1, document.File.Lines.Count)
                    .Select(line => new SourceSpan(document.File, document.File.Lines.StartOf(line), 1))
            )
            .Where(place => Names(place.Line, Platforms) && Names(place.Line, Pushes))
            .Select(place => $"{place} says that a platform deploys each push, and the platform may check it first")
            .FirstOrDefault();

    private static bool Names(string line, string[] words) => words.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase));

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
                    .Deployment.Of<CloudBuild>()
                    .Where(build => build.File.Path != parts.Signs.Pipeline?.File.Path)
                    .Select(build => new Fact<string>(build.File.Path, build.File.Whole))
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
