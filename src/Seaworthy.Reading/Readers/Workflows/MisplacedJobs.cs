using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Workflows.Schema;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Jobs in the column of <c>jobs</c>, where GitHub takes each for a key of the workflow that it does not know.</summary>
internal static class MisplacedJobs
{
    public static IReadOnlyList<NodeEntry> In(MappingNode root) => root["jobs"] is MappingNode ? [.. root.Pairs.Where(IsOne)] : [];

    /// <summary>The workflow as it was meant: the jobs that wait for one of them name it rightly.</summary>
    public static MappingNode Moved(MappingNode root, IReadOnlyList<NodeEntry> jobs) =>
        jobs.Count == 0
            ? root
            : new MappingNode([.. root.Pairs.Where(entry => !IsOne(entry)).Select(entry => With(entry, jobs))], root.Span);

    public static Problem Report(NodeEntry job, MappingNode root, Workflow workflow) =>
        new(
            ProblemKind.InvalidValue,
            $"'{job.Key}' looks like a job, but is beside 'jobs', not below it.",
            job.KeySpan,
            root.Find("jobs")?.KeySpan
        )
        {
            Followers =
            [
                .. workflow
                    .Jobs.SelectMany(other => other.Needs)
                    .Where(need => need.Value.Equals(job.Key, StringComparison.OrdinalIgnoreCase))
                    .Select(need => need.Span),
            ],
            Remedy = $"Move `{job.Key}:` with everything below it under `jobs:`",
        };

    // What begins with a sign of its own holds anchors.
    private static bool IsOne(NodeEntry entry) =>
        !entry.IsMerged
        && !WorkflowShape.Root.Known.ContainsKey(entry.Key)
        && !entry.Key.StartsWith('.')
        && !entry.Key.StartsWith("x-", StringComparison.Ordinal)
        && entry.Value["runs-on"] is not null;

    private static NodeEntry With(NodeEntry entry, IReadOnlyList<NodeEntry> jobs) =>
        entry is { Key: "jobs", Value: MappingNode known }
            ? entry with
            {
                Value = new MappingNode([.. known.Pairs, .. jobs], known.Span),
            }
            : entry;
}
