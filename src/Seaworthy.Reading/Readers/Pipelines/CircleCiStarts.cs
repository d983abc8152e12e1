using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Which jobs a workflow of CircleCI starts at a push to any branch, each with its entry there.</summary>
/// <remarks>Source: CircleCI Docs, "Configuration reference", workflows: a job without <c>filters</c> runs for all branches, and for no tag.</remarks>
internal static class CircleCiStarts
{
    // Whatever else an entry has makes the job another one: parameters, a matrix, a context of one environment.
    private static readonly string[] PlainKeys = ["requires", "context", "name"];

    public static Dictionary<string, SourceSpan> In(Node? root)
    {
        Dictionary<string, SourceSpan> found = new(StringComparer.Ordinal);
        // Without workflows there is one job of this name, for every push.
        if (root is not null && root["workflows"] is null && (root["jobs"] as MappingNode)?.Find("build") is { } only)
        {
            found.Add(only.Key, only.KeySpan);
        }

        foreach (var workflow in root?["workflows"]?.Entries ?? [])
        {
            if (workflow.Value["when"] is null && workflow.Value["unless"] is null && workflow.Value["triggers"] is null)
            {
                AddTo(found, [.. (workflow.Value["jobs"]?.Items ?? []).Select(Entry.Of).OfType<Entry>()]);
            }
        }

        return found;
    }

    private static void AddTo(Dictionary<string, SourceSpan> found, List<Entry> entries)
    {
        // A job that is filtered out takes with it those that require it.
        var dependents = entries
            .SelectMany(entry => entry.Requires.Select(need => new { Need = need, entry.Name }))
            .ToLookup(pair => pair.Need, pair => pair.Name, StringComparer.Ordinal);
        HashSet<string> guarded = new(StringComparer.Ordinal);
        Queue<string> open = new(entries.Where(entry => !entry.IsPlain).Select(entry => entry.Name));
        while (open.TryDequeue(out var name))
        {
            if (guarded.Add(name))
            {
                foreach (var dependent in dependents[name])
                {
                    open.Enqueue(dependent);
                }
            }
        }

        foreach (var entry in entries.Where(entry => !guarded.Contains(entry.Name)))
        {
            found.TryAdd(entry.Job, entry.Span);
        }
    }

    /// <param name="Name">Under which others require it.</param>
    /// <param name="IsPlain">Nothing in the entry chooses a branch, waits for somebody, or changes the job.</param>
    private sealed record Entry(string Job, string Name, IReadOnlyList<string> Requires, bool IsPlain, SourceSpan Span)
    {
        public static Entry? Of(Node node)
        {
            if (node.Fact is { } bare)
            {
                return new Entry(bare.Value, bare.Value, [], true, bare.Span);
            }

            if (node.Entries is not [var named, ..])
            {
                return null;
            }

            return new Entry(
                named.Key,
                named.Value["name"]?.Text ?? named.Key,
                [.. (named.Value["requires"]?.Texts ?? []).Select(need => need.Value)],
                named.Value.Entries.All(entry => PlainKeys.Contains(entry.Key)),
                named.KeySpan
            );
        }
    }
}
