using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>How to fix an image whose new release works in another mode: set all variables of that mode, or use the last release of the old one.</summary>
internal static class ModeOfImage
{
    /// <param name="all">The workload and those with the same mistake.</param>
    public static string Remedy(Workload workload, RequiredVariables required, IReadOnlyList<Workload> all)
    {
        var lacking = required.Together.Where(name => !Has(workload, name)).ToList();
        var useless = required.Instead.Where(name => Has(workload, name)).ToList();
        var pinned =
            required.LastWithout is { } release && workload.Reference?.Value.Text is { } text && ImageReference.Parse(text) is { } image
                ? $"Use {image.Repository}:{release}, or a later release of that line, which needs none, in {PlaceList.Of(all.Select(one => one.Reference?.Span ?? one.Span))}; or set "
                : "Set ";
        return $"{pinned}all of {string.Join(", ", lacking)} in the environment of {workload.Name} at {PlaceList.Of(all.Select(one => one.Span))}{(useless.Count > 0 ? $", and remove {string.Join(" and ", useless)}" : "")}: with only some of them it still exits.";
    }

    private static bool Has(Workload workload, string name) => workload.Supplied.Any(variable => variable.Name == name);
}
