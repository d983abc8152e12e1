using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Commands or steps need a file or directory that is not in the repository. One class for every role; roles differ in their words. A path that many need is one subject.</summary>
internal sealed class PathMissing(RuleInfo info, PathRole role, Func<PathUse, string> names) : Rule<IReadOnlyList<PathUse>>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info => info;

    public override IEnumerable<IReadOnlyList<PathUse>> Subjects(Deployment deployment) =>
        deployment
            .Paths.Where(use => use.Role == role && !MissingPath.IsInLostSubmodule(use, deployment.Tree))
            .GroupBy(use => new { Cause = MissingPath.Cause(use, deployment.Tree), use.Answer.Presence })
            .Select(same => same.OrderBy(use => use.IsConditional || use.IsAssumed ? 1 : 0).ToList());

    protected override Subject Identify(IReadOnlyList<PathUse> subject) => new(subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PathUse> subject, Deployment deployment)
    {
        var use = subject[0];
        if (use.Answer.Presence == Presence.Unknown)
        {
            yield return Unknown(use.Span, $"unknown whether {use.Path} exists: {use.Answer.Why}.");
        }
        else if (use.Answer.IsMissing && Doubt(subject, deployment) is { } doubt)
        {
            yield return Unknown(use.Span, $"unknown whether {use.Path} exists: {doubt}.");
        }
        else if (use.Answer.IsMissing)
        {
            var paths = subject.Select(other => other.Answer.Looked).Distinct().Count();
            var others =
                paths > 1 ? $" ({MissingPath.Cause(use, deployment.Tree)} does not exist; {paths} paths below it are used)"
                : subject.Count > 1 ? $" ({subject.Count} places)"
                : "";
            var isCertain = !use.IsConditional && !use.IsAssumed;
            var lost = isCertain ? MissingPath.LostDirectory(use, deployment.Tree) : null;
            var mayBeFetched = lost is not null && Fetching.Of(deployment).IsDone;
            var unless = !mayBeFetched ? "" : $", unless {lost} comes from elsewhere";
            var message = $"{names(use)}, but {Reason(use)}{unless}{others}.";
            var verdict =
                use.UnneededBecause is { } why ? Warn(use.Span, $"{message.TrimEnd('.')}; {why}.").As(Severity.Low)
                : !isCertain || mayBeFetched ? Warn(use.Span, message).As(Severity.Medium)
                : Fail(use.Span, message).As(lost is not null || IsStartedElsewhere(use) ? Certainty.Likely : Info.Certainty);
            yield return verdict
                .Related(use.Answer.Because)
                .Related(subject.Skip(1).Take(MostPlaces).Select(other => other.Span))
                .Remedy(RemedyOf(subject, deployment))
                .Verify(TreeCheck.There(use));
        }
    }

    /// <summary>A path that the sentence names already is not named again.</summary>
    private string Reason(PathUse use) =>
        MissingPath.Reason(use) is var reason
        && reason == $"{use.Answer.Looked} does not exist"
        && names(use).Contains(use.Answer.Looked, StringComparison.Ordinal)
            ? "it does not exist"
            : reason;

    private static string RemedyOf(IReadOnlyList<PathUse> subject, Deployment deployment) =>
        subject[0].Role switch
        {
            PathRole.Manifest => ProjectElsewhere.OfTool(subject, deployment),
            PathRole.WorkingDirectory => ProjectElsewhere.OfDirectory(subject, deployment),
            _ => null,
        }
        ?? MissingPath.Remedy(subject) + MissingPath.Elsewhere(subject[0], deployment.Tree);

    /// <summary>Why all of it may exist when it is needed, as half a sentence; null when nothing says so.</summary>
    private static string? Doubt(IReadOnlyList<PathUse> subject, Deployment deployment) =>
        subject.Count > 1 && subject.All(use => IsThereWithout(use, deployment))
            ? $"all {subject.Count} paths exist without their first directory, which may be the name of the clone"
        : subject.All(use => IsPutBeside(use, deployment))
            ? $"an image copies build output beside {subject[0].Span.File.Path}, and may run the script there"
        : subject.All(use => TaskOf(use, deployment) is not null)
            ? $"{TaskOf(subject[0], deployment)} mentions it, and the user of the script may provide it"
        : subject.All(use => IsOfCopiedManifest(use, deployment))
            ? $"`ace build` compiles it from {SourceOf(subject[0])} into a directory with its own package.json, where the script may run"
        : null;

    /// <summary>npm runs a script in the directory of its manifest. For all others the caller may choose the directory, or provide the file first.</summary>
    private static bool IsStartedElsewhere(PathUse use) => use.Role == PathRole.Script && use.Span.File.Name != "package.json";

    /// <summary>A script of package.json that a container runs with copied build output: <c>COPY --from=build /app/.next/standalone ./</c>, and <c>node server.js</c>.</summary>
    private static bool IsPutBeside(PathUse use, Deployment deployment) =>
        use.Span.File.Name == "package.json"
        && use.Answer.Looked[..Math.Max(use.Answer.Looked.LastIndexOf('/'), 0)] == use.Span.File.Directory
        && deployment
            .Images.Where(image => (image.Build.Context ?? image.Dockerfile.File.Directory) == use.Span.File.Directory)
            .SelectMany(image => image.Final.Declared.Instructions.OfType<DockerInstruction.Copy>())
            .Any(copy => copy.From is not null && copy.Destination?.Literal is "." or "./");

    /// <summary>The only text beside a script, which mentions the file: the exercise that it solves.</summary>
    private static SourceFile? TaskOf(PathUse use, Deployment deployment) =>
        use is { Role: PathRole.CommandInput, Span.File: { Directory.Length: > 0 } script }
        && !use.Path.Contains('/', StringComparison.Ordinal)
        && deployment.At<ShellScript>(script.Path) is not null
        && deployment
            .Tree.FilesIn(script.Directory)
            .All(file =>
                file.Path == script.Path
                || file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
                || file.Path.EndsWith(".json", StringComparison.Ordinal)
            )
            ? deployment
                .In<Document>(script.Directory)
                .Where(document => !document.Commands.Any(command => command.Words.Any(word => word.Literal == use.Path)))
                .Select(document => document.File)
                .FirstOrDefault(file => file.Mentions(use.Path))
            : null;

    /// <summary>A script of package.json that AdonisJS copies beside its build output: <c>node server.js</c>, where the clone has server.ts.</summary>
    /// <remarks>Source: AdonisJS documentation, "Deployment": <c>node ace build --production</c>, then <c>cd build</c> and <c>node server.js</c>.</remarks>
    private static bool IsOfCopiedManifest(PathUse use, Deployment deployment) =>
        use.Span.File.Name == "package.json"
        && deployment.At<PackageJson>(use.Span.File.Path) is { } package
        && package.Scripts.Any(script => script.Text.Contains("ace build", StringComparison.Ordinal))
        && use.Answer.Looked.EndsWith(".js", StringComparison.Ordinal)
        && deployment.Tree.HasFile(SourceOf(use));

    private static string SourceOf(PathUse use) => Path.ChangeExtension(use.Answer.Looked, ".ts");

    /// <summary>A script that people start from the parent directory: <c>shop/scripts/build.sh</c>, in a repository called shop.</summary>
    private static bool IsThereWithout(PathUse use, Deployment deployment) =>
        deployment.At<ShellScript>(use.Span.File.Path) is not null
        && use.Answer.Looked.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
        && deployment.Tree.HasFile(use.Answer.Looked[(slash + 1)..]);
}
