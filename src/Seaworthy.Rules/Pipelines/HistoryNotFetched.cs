using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job needs git history that its checkout does not fetch.</summary>
internal sealed class HistoryNotFetched : Rule<JobHistory>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "history-not-fetched",
            "Missing git history",
            Severity.High,
            "Git finds no answer: the job fails, or continues as if nothing had changed, and tests and deploys nothing.",
            "The checkout fetches all history that the job needs."
        );

    public override IEnumerable<JobHistory> Subjects(Deployment deployment) => deployment.All<JobHistory>();

    protected override Subject Identify(JobHistory subject) => new(subject.Subject, subject.Checkout);

    protected override IEnumerable<Verdict> Check(JobHistory subject, Deployment deployment)
    {
        if (subject.Missing.OrderBy(missing => (int)missing.Fate).ToList() is not [var first, .. var others])
        {
            yield break;
        }

        var message = $"{subject.Subject}{On(first)} {Asks(first)}, but {Fetches(subject, first)}: {Answer(first)}{Consequence(first)}.";
        yield return (
            first.Fate == HistoryFate.Stops
                ? Fail(first.Span, message)
                : Warn(first.Span, message).As(first.Fate == HistoryFate.IsLost ? Severity.Medium : Severity.Low)
        )
            .Related(subject.Checkout, "fetches the repository")
            .Related(others.Select(other => other.Span), "also needs it")
            .Remedy($"Write `with: fetch-depth: {Enough(subject)}` at {subject.Checkout}.")
            .Verify($"git grep -nE 'fetch-(depth|tags):' -- {subject.Checkout.File.Path}   # must find it at the checkout");
    }

    private static string On(MissingHistory missing) => missing.Event is { } name ? $" (on {name})" : "";

    private static string Asks(MissingHistory missing) =>
        missing.Kind switch
        {
            HistoryKind.Ancestor => $"needs the merge base with {missing.Name} for `{missing.Question}`",
            _ when missing.Question.Contains(missing.Name, StringComparison.Ordinal) => $"runs `{missing.Question}`",
            _ => $"needs {missing.Name} for `{missing.Question}`",
        };

    private static string Fetches(JobHistory job, MissingHistory missing)
    {
        var commits = job.Depth == 1 ? "one commit" : $"{job.Depth} commits";
        return missing.Kind switch
        {
            HistoryKind.Tag => "its checkout fetches no tags",
            HistoryKind.Branch => "its checkout fetches no other branch",
            HistoryKind.Ancestor => "its checkout has no history behind HEAD, and fetching another branch adds none",
            _ => $"its checkout fetches {commits}",
        };
    }

    private static string Answer(MissingHistory missing) =>
        missing.Kind switch
        {
            HistoryKind.Whole => "it fails, or sees only a part",
            _ when missing.Fate == HistoryFate.IsOfTool => "the tool fails, or treats all or nothing as changed",
            HistoryKind.Tag => "git says `fatal: No names found`",
            HistoryKind.Ancestor => "git finds no merge base",
            HistoryKind.EventCommit => "git says `fatal: bad object`",
            _ => "git says `fatal: … unknown revision`",
        };

    private static string Consequence(MissingHistory missing) =>
        missing.Fate switch
        {
            HistoryFate.MayStop => ", if it runs",
            HistoryFate.IsIgnored => ", and the job ignores it",
            HistoryFate.IsLost => ", and the script continues without an answer",
            _ => "",
        };

    /// <summary>A few commits where only parents are needed; all for everything else.</summary>
    private static int Enough(JobHistory job) =>
        job.Missing.All(missing => missing.Wanted is not null) ? job.Missing.Max(missing => missing.Wanted ?? 0) : 0;
}
