using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image has a release that no longer gets security fixes.</summary>
internal sealed class EndOfLifeImage : Rule<IReadOnlyList<ImageUse>>
{
    private const int MostPlaces = 10;
    private const int MostTakers = 3;

    // One is as a rule the newer stage beside an old one.
    private const int FewestSupported = 2;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/end-of-life-image",
            Title = "End-of-life image",
            Area = Area.Containers,
            Severity = Severity.Medium,
            Rationale = "Vulnerabilities found after the end of support stay open: nobody publishes a fixed image.",
            Holds = "The image's release still gets security fixes.",
        };

    public override IEnumerable<IReadOnlyList<ImageUse>> Subjects(Deployment deployment) =>
        deployment
            .ImageUses.Where(use => EndOfLifeDates.Of(use.Reference).Count > 0 || Successor(use) is not null)
            .Where(use => use.Missing is null)
            .GroupBy(use => new { use.Span.File.Path, use.Text })
            .Select(same => same.DistinctBy(use => use.Span).ToList());

    protected override Subject Identify(IReadOnlyList<ImageUse> subject) => new(subject[0].Subject, subject[0].Span, subject[0].Text);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ImageUse> subject, Deployment deployment)
    {
        var use = subject[0];
        var move = Move(subject, deployment);
        var successor = Successor(use);
        if (move is null && successor is null)
        {
            yield break;
        }

        if (ReplacedAt(use, deployment) is { } place)
        {
            yield return Unknown(use.Span, $"Unknown which base image {use.Subject} uses: {place} replaces {use.Text}.").Related(place);
            yield break;
        }

        var reason = move?.Ended is { } ended
            ? $"{ended.Product} {ended.Version} has had no security fixes since {ended.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
            : $"the image is no longer maintained (successor: {successor})";
        var isOneOfASet = move is not null && IsOneOfASet(use, move, deployment);
        IEnumerable<SourceSpan> moving = move is null || isOneOfASet ? [] : move.Places.Take(MostPlaces);
        var verdict = Warn(use.Span, $"{use.Subject} {(use.IsBase ? "is built on" : "runs")} `{use.Text}`: {reason}.")
            .Related(use.Chain)
            .Related(subject.Skip(1).Select(other => other.Span))
            .Related(moving, "moves with it")
            .Remedy(
                isOneOfASet
                    ? $"Remove the stage of {use.Span}, and everything that uses it, once nobody needs that release: {use.Span.File.Path} has several releases side by side."
                : move is { To: not null } || successor is null && move is not null
                    ? new ReleaseMoveWords(move).Of([.. subject.Select(other => Written(other, move.Ended.Version)).Distinct()])
                        + Shared(subject, move, deployment)
                : $"Move {use.Span} to {successor}.{Otherwise(use)}"
            )
            .VerifyAllGone();
        var isAside =
            subject.All(other => other.IsForDevelopment || other.IsBuildStage)
            || OrphanDockerfiles.LeftBehind(deployment).Contains(use.Span.File);
        yield return isAside ? verdict.As(Severity.Low) : verdict;
    }

    /// <summary>The script beside it that replaces its first line, whatever it is: <c>sed "s^FROM .*^FROM $IMAGE^" Dockerfile.inc</c>.</summary>
    private static SourceSpan? ReplacedAt(ImageUse use, Deployment deployment) =>
        use.IsBase
            ? deployment
                .Commands.Where(site =>
                    site.Span.File.Directory == use.Span.File.Directory
                    && site.Command is { Program: "sed", Words: var words }
                    && words.Any(word => word.Raw.Contains("FROM .*", StringComparison.Ordinal))
                    && words.Any(word => word.Raw.Trim('"').Split('/')[^1] == use.Span.File.Name)
                )
                .Select(site => (SourceSpan?)site.Span)
                .FirstOrDefault()
            : null;

    /// <summary>What is right for every place that names the image: the release that all of them take.</summary>
    private static ReleaseMove? Move(IReadOnlyList<ImageUse> subject, Deployment deployment) =>
        subject
            .SelectMany(use => deployment.All<ReleaseMove>().Where(move => move.Use.Span == use.Span))
            .OrderBy(move => move.To?.Date)
            .ThenBy(move => move.Data is null ? 1 : 0)
            .FirstOrDefault();

    /// <summary>The file builds on many releases of the product side by side, and some of them are supported.</summary>
    private static bool IsOneOfASet(ImageUse use, ReleaseMove move, Deployment deployment) =>
        use.IsBase
        && !move.IsOfSystem
        && deployment
            .ImageUses.Where(other => other.IsBase && other.Span.File == use.Span.File && other.Span != use.Span)
            .Select(other => EndOfLifeDates.OfProduct(other.Reference))
            .OfType<EndOfLife>()
            .Where(row => row.Product == move.Ended.Product && row.Date >= EndOfLifeDates.AsOf)
            .Distinct()
            .Count() >= FewestSupported;

    /// <summary>Where the release itself is written: an argument's default, or what a build passes for it, when the name only takes it from there.</summary>
    private static SourceSpan Written(ImageUse use, string release) =>
        use.Span.Mentions(release) ? use.Span : use.Chain.Where(place => place.Mentions(release)).Append(use.Span).First();

    /// <summary>What else takes the release from the same place: it moves whether it can or not.</summary>
    private static string Shared(IReadOnlyList<ImageUse> subject, ReleaseMove move, Deployment deployment)
    {
        var sources = subject
            .Select(use => new { use.Span, Place = Written(use, move.Ended.Version) })
            .Where(written => written.Place != written.Span)
            .Select(written => written.Place)
            .ToHashSet();
        var takers = deployment
            .ImageUses.Where(other => other.Chain.Any(sources.Contains))
            .Select(other => other.Span)
            .Where(span => subject.All(use => use.Span != span) && !move.Beside.Contains(span))
            .Select(span => span.ToString())
            .Distinct()
            .ToList();
        return takers.Count == 0
            ? ""
            : $" {NameList.Of(takers, MostTakers)} {(takers.Count == 1 ? "takes" : "take")} the release from {string.Join(" and ", sources)} as well: use a separate variable there if its packages do not support the new release.";
    }

    private static string Otherwise(ImageUse use) => PublicImages.Find(use.Reference)?.SuccessorDiffers is { } differs ? $" {differs}" : "";

    private static string? Successor(ImageUse use) => PublicImages.Find(use.Reference)?.Successor;
}
