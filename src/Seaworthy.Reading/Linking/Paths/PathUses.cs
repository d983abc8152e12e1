using Seaworthy.Model;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Bicep;
using Seaworthy.Reading.Linking.CommandUses;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Images.Starts;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Linking.Mobile;
using Seaworthy.Reading.Linking.Monitoring;
using Seaworthy.Reading.Linking.Outside;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Linking.Platforms;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Terraform;

namespace Seaworthy.Reading.Linking.Paths;

/// <summary>Every path that a file names, whatever names it.</summary>
internal static class PathUses
{
    private static readonly IReadOnlyList<Func<Deployment, IEnumerable<PathUse>>> Finders =
    [
        ImagePaths.Find,
        BuildCommandPaths.Find,
        NamedPartPaths.Find,
        InstallScriptPaths.Find,
        StartPaths.Find,
        ComposePaths.Find,
        CommandPathUses.Find,
        PipelinePaths.Find,
        KustomizationPaths.Find,
        DeliveryPaths.Find,
        MonitoringPaths.Find,
        PlatformPaths.Find,
        TerraformPaths.Find,
        BicepPaths.Find,
        AssetPaths.Find,
        ServedFiles.Find,
    ];

    public static IReadOnlyList<PathUse> Link(Deployment deployment) =>
        MakingMentions.Weigh(
            OperatorBundles.Weigh(
                KustomizationPaths.Weigh(
                    Moved(Built(Settled(OutsidePaths.Answer(Found(deployment), deployment.Outside))), deployment),
                    deployment
                ),
                deployment
            ),
            deployment
        );

    private static IReadOnlyList<PathUse> Found(Deployment deployment) =>
        [.. SideBySide.Select(Finders, find => find(deployment).ToList()).SelectMany(found => found)];

    /// <summary>A pipeline below the root that names what is beside it was written where that directory was the root.</summary>
    private static IReadOnlyList<PathUse> Moved(IReadOnlyList<PathUse> uses, Deployment deployment)
    {
        var below = deployment
            .Of<CommandPipeline>()
            .Where(pipeline => pipeline.File.Directory.Length > 0 && !StartsAtRoot(pipeline, deployment.Tree))
            .Select(pipeline => pipeline.File)
            .ToHashSet();
        return below.Count == 0
            ? uses
            :
            [
                .. uses.Select(use =>
                    use.Answer.IsMissing
                    && below.Contains(use.Span.File)
                    && RepositoryPath.Join(use.Span.File.Directory, use.Path) is { } beside
                    && (deployment.Tree.HasFile(beside) || deployment.Tree.HasDirectory(beside))
                        ? use with
                        {
                            Answer = new PathAnswer(
                                Presence.Unknown,
                                use.Answer.Looked,
                                Why: $"{beside} exists, so the pipeline may belong to a repository with the root {use.Span.File.Directory}"
                            ),
                        }
                        : use
                ),
            ];
    }

    /// <summary>It names a file of this tree from the root of its workspace: <c>$WORKSPACE/k8s/api.yaml</c>.</summary>
    private static bool StartsAtRoot(CommandPipeline pipeline, RepositoryTree tree) =>
        pipeline
            .Stages.SelectMany(stage => stage.Commands)
            .SelectMany(command => command.Words)
            .Any(word =>
                word.Parts
                    is [{ Kind: ShellPartKind.Variable, Text: "WORKSPACE" }, { Kind: ShellPartKind.Literal, Text: ['/', .. var path] }]
                && tree.HasFile(path)
            );

    /// <summary>A start command cannot miss a file if the build ends before; the build is reported.</summary>
    private static IReadOnlyList<PathUse> Built(IReadOnlyList<PathUse> uses)
    {
        var ends = uses.Where(use =>
                use
                    is {
                        Role: PathRole.CopySource or PathRole.CopyFromStage,
                        IsConditional: false,
                        IsAssumed: false,
                        Answer.IsMissing: true
                    }
            )
            .ToLookup(use => use.Span.File);
        return
        [
            .. uses.Select(use =>
                use is { Role: PathRole.Entrypoint, Answer.IsMissing: true } && ends[use.Span.File].FirstOrDefault() is { } end
                    ? use with
                    {
                        Answer = new PathAnswer(
                            Presence.Unknown,
                            use.Answer.Looked,
                            Why: $"the build already fails, since {end.Path} is missing ({end.Span})"
                        ),
                    }
                    : use
            ),
        ];
    }

    /// <summary>A file kept twice (embedded in a program, packed with a chart) leads somewhere from one of its places: the other is not where it is used.</summary>
    private static IReadOnlyList<PathUse> Settled(IReadOnlyList<PathUse> uses)
    {
        var kept = uses.Where(use => !use.Answer.IsMissing).ToLookup(Place.Of);
        return [.. uses.Select(use => use.Answer.IsMissing && Original(use, kept) is { } original ? AsCopy(use, original) : use)];
    }

    private static PathUse? Original(PathUse use, ILookup<Place, PathUse> kept) =>
        kept[Place.Of(use)].FirstOrDefault(other => other.Span.File != use.Span.File && other.Span.File.Text == use.Span.File.Text);

    private static PathUse AsCopy(PathUse use, PathUse original) =>
        use with
        {
            Answer = new PathAnswer(Presence.Unknown, use.Answer.Looked, Why: $"{original.Span.File.Path} is the same file, and finds it"),
        };

    /// <summary>Where copies of one file name a path.</summary>
    private sealed record Place(PathRole Role, int Start, int Length)
    {
        public static Place Of(PathUse use) => new(use.Role, use.Span.Start, use.Span.File.Text.Length);
    }
}
