using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job asks git for history that its checkout does not fetch.</summary>
internal sealed class HistoryNotFetched : Rule<JobHistory>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "history-not-fetched",
            "Question about history that was not fetched",
            Severity.High,
            "Git has no answer: the job fails, or goes on as if nothing had changed, and tests and deploys nothing.",
            "The checkout fetches what the steps of the job ask for."
        );

    public override IEnumerable<JobHistory> Subjects(Deployment deployment) => deployment.All<JobHistory>();

    protected override Subject Identify(JobHistory subject) => new(subject.Subject, subject.Checkout);

    protected override IEnumerable<Verdict> Check(JobHistory subject, Deployment deployment)
    {
        if (subject.Missing.OrderBy(missing => (int)missing.Fate).ToList() is not [var first, .. var others])
        {
            yield break;
        }

        var message = $"{subject.Subject}{On(first)} {Asks(first)}, and {Fetches(subject, first)}: {Answer(first)}{Consequence(first)}.";
        yield return (
            first.Fate == HistoryFate.Stops
                ? Fail(first.Span, message)
                : Warn(first.Span, message).As(first.Fate == HistoryFate.IsLost ? Severity.Medium : Severity.Low)
        )
            .Related(subject.Checkout, "fetches the repository")
            .Related(others.Select(other => other.Span), "asks, too")
            .Remedy($"Write `with: fetch-depth: {Enough(subject)}` at {subject.Checkout}.")
            .Verify($"git grep -nE 'fetch-(depth|tags):' -- {subject.Checkout.File.Path}   # must find it at the checkout");
    }

    private static string On(MissingHistory missing) => missing.Event is { } name ? $" (on {name})" : "";

    private static string Asks(MissingHistory missing) =>
        missing.Kind switch
        {
            HistoryKind.Ancestor => $"looks for the commit at which {missing.Name} and HEAD parted with `{missing.Question}`",
            HistoryKind.Whole => $"uses {missing.Question}, which needs {missing.Name}",
            _ => $"asks for {missing.Name} with `{missing.Question}`",
        };

    private static string Fetches(JobHistory job, MissingHistory missing)
    {
        var commits = job.Depth == 1 ? "one commit" : $"{job.Depth} commits";
        return missing.Kind switch
        {
            HistoryKind.Tag => $"its checkout fetches {commits} and no tags",
            HistoryKind.Branch => $"its checkout fetches {commits} and no such branch",
            HistoryKind.Ancestor => "its checkout cuts HEAD off from all commits before it, which no later fetch of another branch mends",
            _ => $"its checkout fetches {commits}",
        };
    }

    private static string Answer(MissingHistory missing) =>
        missing.Kind switch
        {
            HistoryKind.Whole => "it fails or takes a part for the whole",
            _ when missing.Fate == HistoryFate.IsOfTool => "the tool fails, or takes all or nothing for changed",
            HistoryKind.Tag => "git says `fatal: No names found`",
            HistoryKind.Ancestor => "git finds no merge base",
            HistoryKind.EventCommit => "git says `fatal: bad object`",
            _ => "git says `fatal: … unknown revision`",
        };

    private static string Consequence(MissingHistory missing) =>
        missing.Fate switch
        {
            HistoryFate.Stops => ", and the step fails",
            HistoryFate.MayStop => ", and the step fails where it comes to that",
            HistoryFate.IsIgnored => ", and the step fails every time, which the job ignores",
            HistoryFate.IsLost => ", and the script goes on with an empty answer",
            _ => "",
        };

    /// <summary>A few commits where only parents are asked for; all for everything else.</summary>
    private static int Enough(JobHistory job) =>
        job.Missing.All(missing => missing.Wanted is not null) ? job.Missing.Max(missing => missing.Wanted ?? 0) : 0;
}
