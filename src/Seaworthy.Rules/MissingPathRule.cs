using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>
/// Asks of every named path: does it exist when it is needed? Rules differ in the roles they judge and in their words. A path that a file names in many
/// places is one subject.
/// </summary>
internal abstract class MissingPathRule : Rule<IReadOnlyList<PathUse>>
{
    private const int MostPlaces = 10;

    private static readonly PerDeployment<HashSet<SourceFile>> OfProduction = new(deployment =>
        [.. deployment.Targets.Where(target => target.Environment == TargetEnvironment.Production).SelectMany(target => target.Files)]
    );

    protected abstract IReadOnlyList<PathRole> Roles { get; }

    /// <summary>What names the path, as the start of a sentence: <c>COPY takes app.jar</c>.</summary>
    protected abstract string Names(PathUse use);

    /// <summary>What happens when it is absent, as the end of a sentence: <c>the build fails</c>.</summary>
    protected abstract string Consequence(PathUse use);

    /// <summary>Succeeds after either fix: the path exists, or nothing names it any more.</summary>
    protected virtual CommandText Check(PathUse use, Deployment deployment) => TreeCheck.There(use);

    public override IEnumerable<IReadOnlyList<PathUse>> Subjects(Deployment deployment) =>
        deployment
            .Paths.Where(use => Roles.Contains(use.Role) && IsJudged(use))
            .Where(use => !MissingPath.IsInLostSubmodule(use, deployment.Tree))
            .GroupBy(use => new
            {
                use.Role,
                use.Answer.Presence,
                Cause = OneCause(use, deployment.Tree),
            })
            // A file that is in use comes before one that perhaps nobody needs, production before the rest: the first gives the whole its weight.
            .Select(same =>
                same.OrderByDescending(use => IsCertain(use) ? 1 : 0)
                    .ThenBy(use => deployment.SpareAt(use.Span) is not null ? 1 : 0)
                    .ThenBy(use => OfProduction.Of(deployment).Contains(use.Span.File) ? 0 : 1)
                    .ToList()
            );

    protected sealed override Subject Identify(IReadOnlyList<PathUse> subject) => new(subject[0].Subject, subject[0].Span, subject[0].Path);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PathUse> subject, Deployment deployment)
    {
        var use = subject[0];
        if (use.Answer.Presence == Presence.Unknown)
        {
            yield return Unknown(use.Span, $"{Names(use)}; not checked: {use.Answer.Why}.");
        }
        else if (use.Answer is { Presence: Presence.Stated, Because: { } stated })
        {
            yield return Pass(use.Span, $"{Names(use)}, which is put there first ({stated}).").Related(stated);
        }
        else if (use.Answer.IsMissing)
        {
            var lost = MissingPath.LostDirectory(use, deployment.Tree);
            // A whole directory may be another repository, where something here fetches others.
            var mayBeFetched = lost is not null && Fetching.Of(deployment).IsDone;
            var isCertain = IsCertain(use) && use.MadeAt is null && !mayBeFetched;
            var unless =
                use.MadeAt is { } maker ? $", unless {maker} is done first"
                : mayBeFetched && IsCertain(use) ? $", unless {lost} is fetched from elsewhere"
                : "";
            var message = $"{Names(use)}, but {Reason(use)}: {Consequence(use)}{unless}.{More(subject, deployment.Tree)}";
            Func<SourceSpan, string, Verdict> judged =
                // A command that first checks for a directory expects it from elsewhere.
                IsMadeBefore(use) || (use.IsConditional && lost is not null)
                    ? Unknown
                : isCertain ? (lost is null ? Fail : LikelyFail)
                : Warn;
            yield return judged(use.Span, message)
                .As(use.MadeAt is null ? SeverityOf(use) : Severity.Medium)
                .Related(use.FromSpan)
                .Related(use.MadeAt, "may make it")
                .Related(use.Answer.Because)
                .Related(subject.Skip(1).Take(MostPlaces).Select(other => other.Span))
                .Remedy(Remedy(subject, deployment))
                .Verify(Check(use, deployment));
        }
    }

    /// <summary>The repository itself makes it before, if its instructions are followed: whether they are, the tree does not say.</summary>
    protected virtual bool IsMadeBefore(PathUse use) => false;

    /// <summary>What several uses share that are reported together.</summary>
    protected virtual object OneCause(PathUse use, RepositoryTree tree) =>
        new { Cause = MissingPath.Cause(use, tree), Place = use.Span.File.Path };

    private static string More(IReadOnlyList<PathUse> subject, RepositoryTree tree)
    {
        var files = subject.Select(use => use.Span.File.Path).Distinct().Count() - 1;
        var others = subject.Select(other => other.Answer.Looked).Distinct().Count() - 1;
        return files > 0 ? $" The same in {files} more {(files == 1 ? "file" : "files")}."
            : subject.Select(other => MissingPath.Cause(other, tree)).Distinct().Count() > 1
                ? $" {others} more {(others == 1 ? "path" : "paths")} in it {(others == 1 ? "is" : "are")} missing as well."
            : others > 0
                ? $" {MissingPath.Cause(subject[0], tree)} itself does not exist, and {others} more {(others == 1 ? "path" : "paths")} below it {(others == 1 ? "is" : "are")} missing as well."
            : "";
    }

    /// <summary>Why it is absent, in the middle of a sentence.</summary>
    protected virtual string Reason(PathUse use) => MissingPath.Reason(use);

    /// <summary>The fix for all places of the subject, in whole sentences.</summary>
    protected virtual string Remedy(IReadOnlyList<PathUse> uses, Deployment deployment) =>
        Remedy(uses) + MissingPath.Elsewhere(uses[0], deployment.Tree);

    protected virtual string Remedy(IReadOnlyList<PathUse> uses) => MissingPath.Remedy(uses);

    /// <summary>The severity when this one is missing.</summary>
    protected virtual Severity SeverityOf(PathUse use) => IsCertain(use) ? Info.Severity : Severity.Medium;

    /// <summary>Something depends on the path being there.</summary>
    protected virtual bool IsJudged(PathUse use) => true;

    /// <summary>Nothing stands between the statement and its failure.</summary>
    protected virtual bool IsCertain(PathUse use) => !use.IsConditional && !use.IsAssumed;
}
