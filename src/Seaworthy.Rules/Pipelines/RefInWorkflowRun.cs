using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A workflow that follows another on several branches compares <c>github.ref</c>, which is the default branch in each of its runs.</summary>
/// <remarks>Source: GitHub Docs, "Events that trigger workflows", workflow_run: <c>GITHUB_REF</c> is the default branch.</remarks>
internal sealed class RefInWorkflowRun : Rule<RefInWorkflowRun.Following>
{
    private const string Event = "workflow_run";
    private const int MostPlaces = 10;

    private static readonly string[] Signs = ["==", "!=", "startsWith", "endsWith", "contains"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "ref-in-workflow-run",
            "github.ref in workflow_run",
            Severity.High,
            "A run of `workflow_run` has the default branch as its ref, whichever branch the other workflow ran for. What is meant for one branch happens for all, or for none.",
            "Conditions ask for the branch of the workflow that ran before.",
            Certainty.Likely
        );

    public override IEnumerable<Following> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        where workflow.Triggers.All(trigger => trigger.Event is Event or "workflow_dispatch")
        let trigger = workflow.Trigger(Event)
        where trigger is not null
        let branches = Branches(trigger, deployment)
        where branches is not null
        select new Following(workflow, trigger, branches);

    protected override Subject Identify(Following subject) => new(subject.Workflow.File.Path, subject.Trigger.Span);

    protected override IEnumerable<Verdict> Check(Following subject, Deployment deployment)
    {
        var workflow = subject.Workflow;
        if (AsksForBranch(workflow))
        {
            yield break;
        }

        var reads = workflow.Jobs.Where(job => !IsForOthers(job.If)).SelectMany(Comparisons).DistinctBy(read => read.Span).ToList();
        if (reads is not [var first, ..])
        {
            yield break;
        }

        yield return Fail(
                first.Span,
                $"{workflow.File.Name} compares `{first.Value}`, which is the default branch in every run of `workflow_run`: the answer is the same for {subject.Branches}."
            )
            .Related(subject.Trigger.Span)
            .Related(reads.Skip(1).Take(MostPlaces).Select(read => read.Span))
            .Remedy(
                $"Compare `github.event.workflow_run.head_branch || github.ref_name` with the name of the branch in {PlaceList.Of(reads.Select(read => read.Span))}."
            )
            .VerifyGone();
    }

    /// <summary>The branches that the other workflow runs for, in words; null where it is one, or nobody can tell.</summary>
    private static string? Branches(WorkflowTrigger trigger, Deployment deployment)
    {
        if (trigger.Branches is { } branches)
        {
            return AreSeveral(branches) ? NameList.Of([.. branches.Select(branch => $"`{branch.Value}`")], 3) : null;
        }

        var names = trigger.Workflows.Select(name => name.Value).ToHashSet(StringComparer.Ordinal);
        return deployment
            .Of<Workflow>()
            .Where(other => other.Name is { } name && names.Contains(name.Value))
            .SelectMany(other => other.Triggers.Where(RunsForSeveral).Select(_ => $"every branch of `{other.Name?.Value}`"))
            .FirstOrDefault();
    }

    private static bool RunsForSeveral(WorkflowTrigger trigger) =>
        trigger.Event == "pull_request"
        || (trigger.Event == "push" && (trigger.Branches is { } branches ? AreSeveral(branches) : trigger.Tags is null));

    /// <summary>Main and master together are the default branch, whatever its name.</summary>
    private static bool AreSeveral(IReadOnlyList<Fact<string>> branches) =>
        branches.Select(branch => branch.Value == "master" ? "main" : branch.Value).Distinct(StringComparer.Ordinal).Count() > 1
        || branches.Any(branch => branch.Value.AsSpan().ContainsAny('*', '?', '['));

    private static bool AsksForBranch(Workflow workflow) =>
        workflow
            .Jobs.SelectMany(job => job.Steps.Select(step => step.If).Append(job.If))
            .Any(condition => condition?.References.Any(AsksWhatRan) == true);

    private static IEnumerable<Fact<string>> Comparisons(WorkflowJob job) =>
        OfCondition(job.If)
            .Concat(job.DeploysTo is { } place ? OfText(place.Name) : [])
            .Concat(job.Environment.Concat(job.With).SelectMany(value => OfText(value.Value)))
            .Concat(job.Steps.Where(step => !IsForOthers(step.If)).SelectMany(OfStep));

    private static IEnumerable<Fact<string>> OfStep(WorkflowStep step) =>
        OfCondition(step.If)
            .Concat(step.Environment.Concat(step.With).SelectMany(value => OfText(value.Value)))
            .Concat((step.Run?.Commands ?? []).SelectMany(OfCommand));

    private static IEnumerable<Fact<string>> OfCondition(Condition? condition) =>
        condition is null || condition.References.Any(IsOfEvent) ? [] : Refs(condition.References);

    private static IEnumerable<Fact<string>> OfText(ExpressionTemplate text) =>
        text.References.Any(IsOfEvent)
            ? []
            : Refs(text.References)
                .Where(read =>
                    text.Parts.Any(part =>
                        part.Expression is not null
                        && part.Text.Contains(read.Value, StringComparison.Ordinal)
                        && Signs.Any(sign => part.Text.Contains(sign, StringComparison.Ordinal))
                    )
                );

    /// <summary><c>[ "${{ github.ref }}" = "refs/heads/main" ]</c>.</summary>
    private static IEnumerable<Fact<string>> OfCommand(ShellCommand command) =>
        command.Program is "[" or "[[" or "test"
            ? command.Words.SelectMany(word => word.Parts).Select(Ref).OfType<string>().Select(name => new Fact<string>(name, command.Span))
            : [];

    private static string? Ref(ShellPart part) =>
        part.Kind == ShellPartKind.Literal
            ? null
            : part.Text switch
            {
                "GITHUB_REF" or "GITHUB_REF_NAME" => part.Text,
                ['$', '{', '{', .. var inner, '}', '}'] when inner.Trim() is "github.ref" or "github.ref_name" => inner.Trim(),
                _ => null,
            };

    private static IEnumerable<Fact<string>> Refs(IReadOnlyList<ExpressionReference> references) =>
        references
            .Where(reference => reference is { Context: "github", Path: [_, "ref" or "ref_name"] })
            .Select(reference => new Fact<string>(reference.ToString(), reference.Span));

    /// <summary>The expression knows that the ref is not always the branch.</summary>
    private static bool IsOfEvent(ExpressionReference reference) => AsksForEvent(reference) || AsksWhatRan(reference);

    /// <summary>The branch or the event of the workflow that ran before.</summary>
    private static bool AsksWhatRan(ExpressionReference reference) => reference.Path is [_, "event", Event, "head_branch" or "event", ..];

    private static bool AsksForEvent(ExpressionReference reference) => reference is { Context: "github", Name: "event_name" };

    /// <summary>It runs for a dispatch alone.</summary>
    private static bool IsForOthers(Condition? condition) =>
        condition is not null
        && condition.References.Any(AsksForEvent)
        && condition.Raw.Contains("'workflow_dispatch'", StringComparison.Ordinal)
        && !condition.Raw.Contains(Event, StringComparison.Ordinal);

    /// <summary>A workflow that follows another.</summary>
    /// <param name="Branches">The branches that the other runs for, in words.</param>
    internal sealed record Following(Workflow Workflow, WorkflowTrigger Trigger, string Branches);
}
