using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Which jobs of a workflow a push to any branch starts.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", on.push: with filters of tags alone, pushes to branches start nothing.</remarks>
internal sealed class BranchStarts
{
    // Conditions that hold for every push.
    private static readonly string[] Open =
    [
        "always()",
        "success()",
        "!cancelled()",
        "github.event_name == 'push'",
        "github.event_name != 'pull_request'",
    ];

    private readonly SourceSpan? start;
    private readonly HashSet<string> guarded = new(StringComparer.OrdinalIgnoreCase);

    public BranchStarts(Workflow workflow)
    {
        start = workflow.Trigger("push") is { } push && IsOfAnyBranch(push) ? push.Span : null;
        if (start is null)
        {
            return;
        }

        // A job that is skipped takes with it those that need it.
        var dependents = workflow
            .Jobs.SelectMany(job => job.Needs.Select(need => new { Need = need.Value, job.Id }))
            .ToLookup(pair => pair.Need, pair => pair.Id, StringComparer.OrdinalIgnoreCase);
        Queue<string> open = new(workflow.Jobs.Where(job => !IsOpen(job.If)).Select(job => job.Id));
        while (open.TryDequeue(out var id))
        {
            if (guarded.Add(id))
            {
                foreach (var dependent in dependents[id])
                {
                    open.Enqueue(dependent);
                }
            }
        }
    }

    public SourceSpan? Of(WorkflowJob job) => guarded.Contains(job.Id) ? null : start;

    private static bool IsOfAnyBranch(WorkflowTrigger push) =>
        push.BranchesIgnore is null
        && (
            push.Branches is { } branches
                ? branches.Any(branch => branch.Value is "*" or "**") && !branches.Any(branch => branch.Value is ['!', ..])
                : push is { Tags: null, TagsIgnore: null }
        );

    private static bool IsOpen(Condition? condition) => condition is null || Open.Contains(Bare(condition.Raw));

    private static string Bare(string raw)
    {
        var text = raw.Trim();
        return text is ['$', '{', '{', .. var inner, '}', '}'] ? inner.Trim() : text;
    }
}
