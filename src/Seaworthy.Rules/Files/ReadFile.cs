using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Files;

/// <summary>A file that was read, with its tool and the problems that all its readers found.</summary>
internal sealed record ReadFile(Artifact Artifact, FileTool Tool, IReadOnlyList<Problem> Problems)
{
    // Two broken files of a kind may be two mistakes.
    private const int FewestRefused = 3;

    public string Path => Artifact.File.Path;

    /// <summary>For a Kubernetes manifest: what reads it before the API server does, and more strictly.</summary>
    public Kustomization? Kustomization { get; init; }

    /// <summary>Its tool would refuse most files of this kind in the repository: something fills them in first.</summary>
    public bool AreMostRefused { get; init; }

    /// <summary>Whether its tool refuses the file for that.</summary>
    public bool IsRefusedFor(Problem problem) =>
        !problem.IsHandedOn
        && problem.Kind switch
        {
            ProblemKind.Syntax => Tool.Refuses.HasFlag(FileRefusal.Syntax),
            ProblemKind.UnknownKey => Tool.Refuses.HasFlag(FileRefusal.UnknownKey),
            ProblemKind.InvalidValue => Tool.Refuses.HasFlag(FileRefusal.InvalidValue),
            // Two stages of one name: BuildKit only warns, and uses the last; so does kustomize in the kustomization itself.
            ProblemKind.DuplicateKey => Tool.Refuses.HasFlag(FileRefusal.DuplicateKey)
                && Artifact is not (Model.Declared.Kubernetes.Kustomization or Dockerfile),
            _ => false,
        };

    /// <summary>A command or an instruction that looks for this very file, or an image built of its directory; for a Compose file a command that loads it alone.</summary>
    public SourceSpan? LoadedAt(Deployment deployment) =>
        Artifact is ComposeFile
            ? deployment.ComposeCalls.FirstOrDefault(call => call.Files is [var only] && only.Path == Path)?.Site.Span
            : deployment.Paths.FirstOrDefault(use => !use.IsAssumed && use.Answer.Looked == Path)?.Span
                ?? deployment
                    .Images.FirstOrDefault(image => !image.Build.IsAssumed && image.Build.Context == Artifact.File.Directory)
                    ?.Dockerfile.File.Whole;

    /// <summary>Files that some tool reads whole. Source code is none: its compiler knows better than we do.</summary>
    public static IEnumerable<ReadFile> In(Deployment deployment)
    {
        var kustomizations = deployment.Of<Kustomization>().DistinctBy(one => one.File.Path).ToDictionary(one => one.File.Path);
        var kustomized = deployment
            .Paths.Where(use => use.Role == PathRole.KubernetesManifest && kustomizations.ContainsKey(use.Span.File.Path))
            .ToLookup(use => use.Answer.Looked, use => kustomizations[use.Span.File.Path], StringComparer.Ordinal);
        var parts = Parts(deployment);
        var rendered = deployment
            .All<ChartRendering>()
            .SelectMany(chart => chart.Problems, (chart, problem) => new { chart, problem })
            .ToLookup(pair => pair.problem.Span.File.Path, StringComparer.Ordinal);
        var files = deployment
            .Artifacts.Where(artifact => artifact is not (CodeFile or SecretFile or CertificateFile or Document or WindowsScript))
            .Where(artifact => artifact is not Dockerfile part || !parts.Contains(part.File.Name))
            .GroupBy(artifact => artifact.File.Path)
            .Select(same => new ReadFile(
                same.First(),
                rendered[same.Key].FirstOrDefault() is { chart: var chart } ? FileTool.Of(chart) : FileTool.Of(same.First()),
                Faults(
                    same.First().File,
                    [.. same.SelectMany(artifact => artifact.Problems).Concat(rendered[same.Key].Select(pair => pair.problem))]
                )
            )
            {
                Kustomization = kustomized[same.Key].FirstOrDefault(),
            })
            .ToList();
        var refused = files
            .GroupBy(file => file.Tool.Name)
            .Where(same => same.Count(HasSyntax) is >= FewestRefused and var count && count * 2 > same.Count())
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
        return files.Select(file => refused.Contains(file.Tool.Name) ? file with { AreMostRefused = true } : file);
    }

    private static bool HasSyntax(ReadFile file) => file.Problems.Any(problem => problem.Kind == ProblemKind.Syntax);

    /// <summary>Names of files that somebody joins to one: <c>cat Dockerfile Dockerfile.cloud-extras > Dockerfile.cloud</c>.</summary>
    private static HashSet<string> Parts(Deployment deployment) =>
        [
            .. deployment
                .Commands.Select(site => site.Command)
                .Concat(deployment.Of<Document>().SelectMany(document => document.Commands))
                .Where(command => command is { Program: "cat", Words.Count: > 2 })
                .SelectMany(command => command.Words.Skip(2))
                .Select(word => word.Literal)
                .OfType<string>()
                .Select(name => name[(name.LastIndexOf('/') + 1)..]),
        ];

    /// <summary>An unresolved conflict is the problem of a file, whatever its tool says about the markers.</summary>
    private static IReadOnlyList<Problem> Faults(SourceFile file, IReadOnlyList<Problem> problems) =>
        problems.Where(problem => problem.Kind == ProblemKind.ConflictMarker).ToList() is { Count: > 0 } conflicts ? conflicts
        : problems.Count > 0 && MergeConflict.In(file) is { } conflict
            ? [new Problem(ProblemKind.ConflictMarker, "git conflict markers are left in the file", conflict)]
        : [.. problems.DistinctBy(problem => new { problem.Kind, problem.Span.Start })];
}
