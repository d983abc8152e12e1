using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>What GitHub refuses in a workflow beyond the shape of its values: ids and the graph of needs.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", jobs.&lt;job_id&gt; and jobs.&lt;job_id&gt;.needs.</remarks>
internal static class WorkflowChecks
{
    private const int MaximumIdLength = 100;
    private const int MaximumSuggestions = 200;

    /// <param name="empty">The value of <c>jobs:</c> where it is none.</param>
    public static void Check(Workflow workflow, List<Problem> problems, ScalarNode? empty)
    {
        if (workflow.Jobs.Count == 0)
        {
            // That a value is required there says the same.
            problems.RemoveAll(problem => problem.Span.StartLine == empty?.Span.StartLine);
            problems.Add(NoJobs(workflow.File, empty));
            return;
        }

        Dictionary<string, WorkflowJob> jobs = new(StringComparer.OrdinalIgnoreCase);
        foreach (var job in workflow.Jobs)
        {
            jobs[job.Id] = job;
        }

        foreach (var job in workflow.Jobs)
        {
            CheckId(job.Id, job.Span, problems);
            CheckSteps(job.Steps, problems);
            CheckNeeds(job, jobs, problems);
        }

        CheckCycles(jobs, problems);
    }

    private static Problem NoJobs(SourceFile file, ScalarNode? empty)
    {
        Problem problem = new(ProblemKind.InvalidValue, "The workflow has no jobs.", empty?.Span ?? file.Whole);
        return empty is not null && HasJobsInComments(file, empty.Span)
            ? problem with
            {
                IsSwitchedOff = true,
                Remedy = $"Restore one of the commented-out jobs below `jobs:`, or delete {file.Path} if nothing should run",
            }
            : problem;
    }

    private static bool HasJobsInComments(SourceFile file, SourceSpan jobs) =>
        Enumerable
            .Range(jobs.StartLine + 1, Math.Max(file.Lines.Count - jobs.StartLine, 0))
            .Select(line => file.Lines.TextOf(line).Trim())
            .Any(line => line is ['#', ..] && line.Contains("runs-on:", StringComparison.Ordinal));

    public static void CheckSteps(IReadOnlyList<WorkflowStep> steps, ICollection<Problem> problems)
    {
        Dictionary<string, SourceSpan> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var step in steps)
        {
            if (
                step.Uses is { Kind: ActionReferenceKind.Invalid } uses
                && uses.Raw.Length > 0
                && !uses.Raw.Contains("${{", StringComparison.Ordinal)
            )
            {
                problems.Add(NoAction(uses));
            }

            if (step.Id is not { } id)
            {
                continue;
            }

            CheckId(id.Value, id.Span, problems);
            if (!seen.TryAdd(id.Value, id.Span))
            {
                problems.Add(
                    new Problem(ProblemKind.InvalidValue, $"The step id '{id.Value}' is used twice in this job.", id.Span, seen[id.Value])
                );
            }
        }
    }

    private static Problem NoAction(ActionReference uses) =>
        ActionReferenceParser.HasParts(uses.Raw)
            ? new Problem(ProblemKind.InvalidValue, $"'{uses.Raw}' names no action: it contains spaces.", uses.Span)
            {
                IsHandedOn = true,
                Remedy = $"Write `{uses.Raw.Replace(" ", "", StringComparison.Ordinal)}`",
            }
            : new Problem(
                ProblemKind.InvalidValue,
                $"'{uses.Raw}' names no action: expected owner/repository@ref, ./path or docker://image.",
                uses.Span
            );

    private static void CheckId(string id, SourceSpan span, ICollection<Problem> problems)
    {
        var valid = id.Length is > 0 and < MaximumIdLength && (char.IsAsciiLetter(id[0]) || id[0] == '_') && id.All(IsIdPart);
        if (!valid)
        {
            var message = $"The id '{id}' is invalid: use letters, digits, '-' and '_', and begin with a letter or '_'.";
            problems.Add(new Problem(ProblemKind.InvalidValue, message, span));
        }
        else if (id.StartsWith("__", StringComparison.Ordinal))
        {
            problems.Add(new Problem(ProblemKind.InvalidValue, $"The id '{id}' is invalid: ids that begin with '__' are reserved.", span));
        }
    }

    private static bool IsIdPart(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';

    private static void CheckNeeds(WorkflowJob job, Dictionary<string, WorkflowJob> jobs, ICollection<Problem> problems)
    {
        foreach (var need in job.Needs.Where(need => !jobs.ContainsKey(need.Value)))
        {
            var meant = NearMiss.Of(need.Value, jobs.Keys.Take(MaximumSuggestions));
            var hint = NearMiss.Hint(meant);
            problems.Add(
                new Problem(ProblemKind.InvalidValue, $"Job '{job.Id}' needs an unknown job '{need.Value}'{hint}", need.Span)
                {
                    Remedy = NearMiss.Remedy(need.Value, meant),
                }
            );
        }
    }

    // Kahn's order: jobs whose needs are all settled are taken away; what remains waits, in the end, for itself.
    private static void CheckCycles(Dictionary<string, WorkflowJob> jobs, ICollection<Problem> problems)
    {
        var open = jobs.Values.ToDictionary(job => job.Id, job => KnownNeeds(job).Count(), StringComparer.OrdinalIgnoreCase);
        var followers = jobs
            .Values.SelectMany(job => KnownNeeds(job).Select(need => new { Need = need.Value, job.Id }))
            .ToLookup(pair => pair.Need, pair => pair.Id, StringComparer.OrdinalIgnoreCase);
        Queue<string> settled = new(open.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (settled.TryDequeue(out var id))
        {
            open.Remove(id);
            foreach (var follower in followers[id].Where(follower => --open[follower] == 0))
            {
                settled.Enqueue(follower);
            }
        }

        foreach (
            var need in jobs
                .Values.Where(job => open.ContainsKey(job.Id))
                .SelectMany(job => job.Needs.Where(need => open.ContainsKey(need.Value)))
        )
        {
            problems.Add(new Problem(ProblemKind.InvalidValue, $"The needs of job '{need.Value}' form a circle.", need.Span));
        }

        IEnumerable<Fact<string>> KnownNeeds(WorkflowJob job) => job.Needs.Where(need => jobs.ContainsKey(need.Value));
    }
}
