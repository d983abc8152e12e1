using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The path filters of triggers: one that matches nothing never starts the workflow.</summary>
internal static class TriggerPaths
{
    private static readonly string[] YamlEndings = [".yml", ".yaml"];

    public static IEnumerable<PathUse> Of(RepositoryTree tree, Workflow workflow) =>
        from trigger in workflow.Triggers
        from filter in trigger.Paths ?? []
        let pattern = new FilterPattern(filter.Value)
        where !pattern.IsNegative && pattern.Text.Length > 0
        select new PathUse(PathRole.TriggerFilter, filter.Value, filter.Span, workflow.File.Name, Answer(tree, pattern))
        {
            // A wildcard may wait for files to come; a plain name is meant for a file that is there.
            IsConditional = !pattern.IsLiteral,
        };

    private static PathAnswer Answer(RepositoryTree tree, FilterPattern pattern)
    {
        var name = pattern.Text;
        if (
            tree.FilesUnder(RepositoryPath.Parent(pattern.LiteralPrefix)).Any(file => pattern.Matches(file.Path) && tree.HasFile(file.Path))
        )
        {
            return new PathAnswer(Presence.Present, name);
        }

        // A submodule changes as one path.
        if (tree.FindSubmodule(name) is not null)
        {
            return new PathAnswer(Presence.Present, name);
        }

        if (!pattern.IsLiteral)
        {
            return new PathAnswer(Presence.Absent, name);
        }

        if (tree.HasDirectory(name.TrimEnd('/')))
        {
            return new PathAnswer(Presence.Elsewhere, name, name.TrimEnd('/') + "/**");
        }

        return OtherEnding(tree, name) is { } other ? new PathAnswer(Presence.OtherCase, name, other) : tree.Look(name);
    }

    private static string? OtherEnding(RepositoryTree tree, string name)
    {
        foreach (var ending in YamlEndings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                var other = name[..^ending.Length] + (ending == ".yml" ? ".yaml" : ".yml");
                return tree.HasFile(other) ? other : null;
            }
        }

        return null;
    }
}
