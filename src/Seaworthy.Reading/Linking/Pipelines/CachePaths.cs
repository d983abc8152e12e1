using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The lock files that setup actions need for their cache.</summary>
/// <remarks>Source: README of actions/setup-node, setup-python, setup-java and setup-dotnet, "Caching packages data": the step fails when none is found.</remarks>
internal static class CachePaths
{
    public static IEnumerable<PathUse> Of(RepositoryTree tree, WorkflowStep step, string subject)
    {
        if (step.Uses is not { } uses || step.Input("cache") is not { Literal: { Length: > 0 } cache } input)
        {
            yield break;
        }

        if (CacheLockFiles.Find(uses.Name, cache.Trim()) is not { } known)
        {
            yield break;
        }

        var named = step.Input("cache-dependency-path");
        if (named is { Literal: null })
        {
            yield break;
        }

        var patterns = named?.Lines ?? known.Files;
        if (patterns.Count > 0)
        {
            yield return new PathUse(PathRole.LockFile, patterns[0], (named ?? input).Span, subject, Answer(tree, patterns))
            {
                Tool = $"{uses.Name} with cache: {cache.Trim()}",
            };
        }
    }

    private static PathAnswer Answer(RepositoryTree tree, IReadOnlyList<string> patterns)
    {
        List<FilterPattern> filters = [.. patterns.Select(pattern => new FilterPattern(Trim(pattern)))];
        if (tree.Files.Any(file => filters.Exists(filter => filter.Matches(file.Path)) && tree.HasFile(file.Path)))
        {
            return new PathAnswer(Presence.Present, patterns[0]);
        }

        return tree.Look(Trim(patterns[0]), patterns[0]);
    }

    private static string Trim(string pattern) => pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
}
