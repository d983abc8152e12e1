using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image is pulled without a tag, or as <c>latest</c>.</summary>
internal sealed class UnpinnedImage : Rule<IReadOnlyList<ImageUse>>
{
    private const string Watchtower = "containrrr/watchtower";

    private static readonly PerDeployment<ILookup<string, string>> Modules = new(deployment =>
        deployment
            .Of<GoModule>()
            .Where(module => module.Name is not null)
            .ToLookup(module => module.Name?.Value ?? "", module => module.File.Directory, StringComparer.Ordinal)
    );

    private static readonly PerDeployment<HashSet<string>> Assigned = new(deployment =>
        deployment
            .Commands.SelectMany(site => site.Command.Assignments)
            .Select(assignment => assignment.Name)
            .ToHashSet(StringComparer.Ordinal)
    );

    private static readonly PerDeployment<HashSet<SourceFile>> Watched = new(deployment =>
        [.. deployment.Workloads.Where(workload => workload is { Public.Name: Watchtower }).Select(workload => workload.Span.File)]
    );

    private static readonly PerDeployment<HashSet<SourceFile>> SetByPipeline = new(deployment =>
        deployment
            .ImageUses.SelectMany(use => use.Chain.Append(use.Span))
            .Select(span => span.File)
            .Distinct()
            .Where(KustomizeEdit.IsToldIn)
            .ToHashSet()
    );

    private static readonly PerDeployment<List<Artifact>> JavaBuilds = new(deployment =>
        [.. deployment.Artifacts.Where(artifact => artifact.File.Name is "pom.xml" or "build.gradle" or "build.gradle.kts")]
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/unpinned-image",
            IsPractice = true,
            Title = "Unpinned image",
            Area = Area.Containers,
            Severity = Severity.Medium,
            Rationale =
                "The next pull may bring another major version than the one that was tested, and the name does not lead back to that.",
            Holds = "The image is pinned to a version.",
        };

    public override IEnumerable<IReadOnlyList<ImageUse>> Subjects(Deployment deployment) =>
        deployment
            // A nonexistent image is another finding, and an unpublished one is not pulled.
            .ImageUses.Where(use => use.Missing is null && !OfficialNames.IsNobodys(use.Reference))
            .GroupBy(use => new { use.Span.File.Path, use.Text })
            .Select(same => same.DistinctBy(use => use.Span).ToList());

    protected override Subject Identify(IReadOnlyList<ImageUse> subject) => new(subject[0].Subject, subject[0].Span, subject[0].Text);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ImageUse> subject, Deployment deployment)
    {
        var use = subject[0];
        if (
            use.Reference is { Digest: null, EffectiveTag: "latest" }
            && !HasOneVersion(use)
            && !IsImportPath(use, deployment)
            && !IsOfProject(use, deployment)
            && !IsGiven(use, deployment)
            && !IsBuiltHere(use, deployment)
            && !IsNamedHere(use, deployment)
            && !IsSetByPipeline(use, deployment)
            && !IsFollowed(use, deployment)
        )
        {
            var how = use.Reference.Tag is null ? " without a tag" : "";
            var verdict = Warn(use.Span, $"{use.Subject} pulls `{use.Text}`{how}, so each pull may bring another version.")
                .Related(use.Chain)
                .Related(subject.Skip(1).Select(other => other.Span))
                .Remedy($"Pin the version that you tested in {use.Span}: `{use.Reference with { Tag = "<version>" }}`.")
                .VerifyAllGone();
            yield return subject.All(other => other.IsForDevelopment || other.IsBuildStage) ? verdict.As(Severity.Low) : verdict;
        }
    }

    /// <summary>A package of Go, which ko builds and names by its digest: GitHub's own host is no registry, and the other is a directory of a module here.</summary>
    /// <remarks>Source: ko documentation, "Kubernetes Integration".</remarks>
    private static bool IsImportPath(ImageUse use, Deployment deployment) =>
        use.Reference.Registry == "github.com"
        || Modules.Of(deployment) is { Count: > 0 } modules
            && Slashes(use.Text)
                .Any(slash =>
                    use.Text[(slash + 1)..] is var package
                    && modules[use.Text[..slash]]
                        .Any(root => deployment.Tree.HasDirectory(root.Length == 0 ? package : $"{root}/{package}"))
                );

    private static IEnumerable<int> Slashes(string text)
    {
        for (var at = text.IndexOf('/', StringComparison.Ordinal); at >= 0; at = text.IndexOf('/', at + 1))
        {
            yield return at;
        }
    }

    /// <summary>The name that Compose gives to what it builds, the project's and the service's: nobody pulls it.</summary>
    private static bool IsOfProject(ImageUse use, Deployment deployment) =>
        !use.Text.Contains('/', StringComparison.Ordinal) && BuiltNames.Of(deployment).EndsInServiceOfProject(use.Text.Split(':')[0]);

    /// <summary>"latest" is but the fallback of a variable, and a pipeline or script gives that: <c>${TAG:-latest}</c> and <c>TAG=$SHA docker compose up</c>.</summary>
    private static bool IsGiven(ImageUse use, Deployment deployment) =>
        use.LatestWithout is { } name && (Assigned.Of(deployment).Contains(name) || AssignedNames.InWorkflows(deployment).Contains(name));

    /// <summary>A command of the repository, or of its documents, builds it under this very name.</summary>
    private static bool IsBuiltHere(ImageUse use, Deployment deployment) =>
        // Jib and the plug-ins of Spring build images without a command that names them.
        (
            use.Reference.Repository.Contains('/', StringComparison.Ordinal)
            && JavaBuilds.Of(deployment).Exists(build => build.File.Mentions(use.Reference.Repository))
        ) || BuiltNames.Of(deployment).IsTagOfCommand(use.Text);

    /// <summary>The comment beside it says that a pipeline writes the version: <c># CI updates this block via kustomize edit set image</c>.</summary>
    private static bool IsSetByPipeline(ImageUse use, Deployment deployment) =>
        use.Chain.Append(use.Span).Any(span => SetByPipeline.Of(deployment).Contains(span.File));

    /// <summary>A workflow of the repository pushes it, and a Watchtower beside it pulls each new one: that is how it is delivered.</summary>
    private static bool IsFollowed(ImageUse use, Deployment deployment) =>
        Watched.Of(deployment).Contains(use.Span.File)
        && deployment.Of<Workflow>().Any(workflow => workflow.File.Mentions(use.Reference.Repository.Split('/')[^1]));

    /// <summary>A base without owner and registry, after which another Dockerfile of the tree is named: that builds it, and no registry has it.</summary>
    private static bool IsNamedHere(ImageUse use, Deployment deployment) =>
        use.IsBase
        && !use.Text.Contains('/', StringComparison.Ordinal)
        && NamedDockerfile.Of(use.Reference, use.Span.File, deployment) is not null;

    // Distroless images have no versions but those of their system, which is in the name; scratch has none at all.
    private static bool HasOneVersion(ImageUse use) =>
        use.Text == "scratch"
        || use.Reference.Registry == "gcr.io" && use.Reference.Repository.StartsWith("distroless/", StringComparison.Ordinal)
        // AdoptOpenJDK wrote the major version into the name, and has pushed nothing since it became Eclipse Temurin in August 2021.
        || use.Reference.IsOnHub && use.Reference.Repository.StartsWith("adoptopenjdk/openjdk", StringComparison.Ordinal);
}
