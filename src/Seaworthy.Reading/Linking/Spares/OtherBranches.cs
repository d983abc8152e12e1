using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Spares;

/// <summary>Workflows that start for pushes to other branches than those this tree is likely one of: what is there may differ.</summary>
internal static class OtherBranches
{
    // Where a repository lives by custom: no tree tells which of them it is.
    private static readonly HashSet<string> Trunks = new(StringComparer.Ordinal)
    {
        "$default-branch",
        "dev",
        "develop",
        "development",
        "main",
        "master",
        "next",
        "prod",
        "production",
        "release",
        "staging",
        "stable",
        "trunk",
    };

    public static IEnumerable<SparePart> Find(Deployment deployment)
    {
        var filtered = deployment
            .Of<Workflow>()
            .Select(workflow => new { workflow.File, Named = Named(workflow) })
            .Where(workflow => workflow.Named.Count > 0)
            .ToList();
        var main = filtered.Count(workflow => workflow.Named.Contains("main"));
        var master = filtered.Count(workflow => workflow.Named.Contains("master"));
        return from workflow in filtered
            where
                !workflow.Named.Overlaps(Trunks)
                // The one that was left behind when the trunk was renamed.
                || (workflow.Named.SetEquals(["master"]) && master == 1 && main > 1)
                || (workflow.Named.SetEquals(["main"]) && main == 1 && master > 1)
            select new SparePart(
                workflow.File.Whole,
                $"It runs for {string.Join(" and ", workflow.Named.Order(StringComparer.Ordinal))} only, where the files may differ."
            );
    }

    /// <summary>The branches that all its triggers name; empty where one of them names none, or a pattern.</summary>
    private static HashSet<string> Named(Workflow workflow) =>
        workflow.Triggers.Where(trigger => trigger.Event != "workflow_dispatch").ToList() is [_, ..] triggers
        && triggers.TrueForAll(trigger =>
            trigger.Branches is [_, ..] branches && !branches.Any(branch => branch.Value.AsSpan().ContainsAny("*?[!+"))
        )
            ? triggers.SelectMany(trigger => trigger.Branches ?? []).Select(branch => branch.Value).ToHashSet(StringComparer.Ordinal)
            : [];
}
