using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines.Histories;

/// <summary>On which events a job lacks what it asks for.</summary>
/// <remarks>Source: GitHub Docs, "Events that trigger workflows" (the ref and commit of each event); actions/checkout, src/ref-helper.ts.</remarks>
internal sealed class HistoryStarts(Deployment deployment)
{
    private const string Heads = "refs/heads/";
    private const string Pulls = "refs/pull/";

    private readonly Dictionary<string, IReadOnlyList<RunScenario>> known = new(StringComparer.Ordinal);

    /// <summary>The ways in which the step comes to run.</summary>
    public IReadOnlyList<RunScenario> Of(Workflow workflow, WorkflowJob job, WorkflowStep step)
    {
        var key = $"{workflow.File.Path} {job.Id}";
        if (!known.TryGetValue(key, out var starts))
        {
            starts = Calls(workflow, job, Reach(workflow, job));
            known[key] = starts;
        }

        var question = job with { If = step.If, Needs = [] };
        return [.. starts.Where(start => new JobQuestion(question, start, hasPast: true, null).Answer() != false)];
    }

    /// <summary>The event on which the answer is missing: one that nobody starts by hand, if there is one. Null when it is there.</summary>
    public static RunScenario? Missing(HistoryQuestion question, FetchedHistory fetched, IReadOnlyList<RunScenario> starts)
    {
        var found = starts.Where(start => IsMissing(question, fetched, start)).ToList();
        return found.Find(start => start.Event != "workflow_dispatch") ?? found.FirstOrDefault();
    }

    private static bool IsMissing(HistoryQuestion question, FetchedHistory fetched, RunScenario start) =>
        question.Kind switch
        {
            HistoryKind.Tag => !fetched.MayHaveTags && IsBranch(fetched, start),
            HistoryKind.Parent => question.Distance >= fetched.Depth,
            HistoryKind.Branch => !fetched.HasMore
                && (IsOfPull(fetched, start, question.Name) || IsOtherBranch(fetched, start, question.Name)),
            HistoryKind.Ancestor => fetched is { Depth: 1, HasMore: true } && IsOfPull(fetched, start, question.Name),
            HistoryKind.EventCommit => fetched is { Depth: 1, HasMore: false } && IsOfEvent(fetched, start, question.Name),
            _ => true,
        };

    private static bool IsBranch(FetchedHistory fetched, RunScenario start) =>
        fetched.Ref switch
        {
            CheckedOutRef.Event => RefOf(start) is var name
                && (name.StartsWith(Heads, StringComparison.Ordinal) || name.StartsWith(Pulls, StringComparison.Ordinal)),
            CheckedOutRef.PullHead => IsPull(start),
            CheckedOutRef.Branch => true,
            _ => false,
        };

    /// <summary>Of a pull request the checkout names no branch of the remote, but that of the pull request where it is asked for.</summary>
    private static bool IsOfPull(FetchedHistory fetched, RunScenario start, string name) =>
        IsPull(start)
        && (
            fetched.Ref == CheckedOutRef.Event
            || (
                fetched.Ref == CheckedOutRef.PullHead
                && (
                    name.Contains("base_ref", StringComparison.Ordinal)
                    || name.Contains("base.ref", StringComparison.Ordinal)
                    || !name.Contains('$')
                )
            )
        );

    /// <summary>The push is to a branch that the file names, and the question is for another.</summary>
    private static bool IsOtherBranch(FetchedHistory fetched, RunScenario start, string name) =>
        start is { Event: "push", Ref: ExpressionValue.Text { Value: var pushed } }
        && fetched.Ref == CheckedOutRef.Event
        && pushed.StartsWith(Heads, StringComparison.Ordinal)
        && !name.Contains('$')
        && name[(name.IndexOf("origin/", StringComparison.Ordinal) + "origin/".Length)..].Split('~', '^')[0] != pushed[Heads.Length..];

    private static bool IsOfEvent(FetchedHistory fetched, RunScenario start, string name) =>
        name switch
        {
            "github.event.before" => start.Event == "push"
                && fetched.Ref == CheckedOutRef.Event
                && RefOf(start).StartsWith(Heads, StringComparison.Ordinal),
            "github.event.pull_request.base.sha" => IsPull(start) && fetched.Ref is CheckedOutRef.Event or CheckedOutRef.PullHead,
            _ => IsPull(start) && fetched.Ref == CheckedOutRef.Event,
        };

    public static bool IsPull(RunScenario start) =>
        start.Event == "pull_request" && RefOf(start).StartsWith(Pulls, StringComparison.Ordinal);

    private static string RefOf(RunScenario start) => start.Ref.AsText ?? (start.Ref as ExpressionValue.Unknown)?.Prefix ?? "";

    private static IReadOnlyList<RunScenario> Reach(Workflow workflow, WorkflowJob job) =>
        JobReachability.Of(workflow).TryGetValue(job.Id, out var reach) ? reach.Scenarios : [];

    /// <summary>A workflow that others call starts as they do.</summary>
    private IReadOnlyList<RunScenario> Calls(Workflow workflow, WorkflowJob job, IReadOnlyList<RunScenario> starts)
    {
        if (starts.All(start => start.Event is not null))
        {
            return starts;
        }

        var callers = (
            from other in deployment.Of<Workflow>()
            from call in other.Jobs
            where call.Uses is { Kind: ActionReferenceKind.Local } uses && uses.Path == workflow.File.Path
            from start in Reach(other, call)
            where start.Event is not null && new JobQuestion(job with { Needs = [] }, start, hasPast: true, null).Answer() != false
            select start
        ).ToList();
        return callers.Count > 0 ? [.. starts.Where(start => start.Event is not null), .. callers] : starts;
    }
}
