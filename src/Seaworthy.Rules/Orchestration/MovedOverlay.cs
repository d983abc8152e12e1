using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The remedy for an overlay inside its own base: move the overlay out and replace its path. The base stays in place for others.</summary>
internal static class MovedOverlay
{
    /// <summary>Null if the base does not contain the overlay, or is the repository root.</summary>
    public static string? Remedy(PathUse use, Deployment deployment)
    {
        var overlay = use.Span.File.Directory;
        var taken = use.Answer.Looked.TrimEnd('/');
        if (taken.Length == 0 || RepositoryPath.Inside(taken, overlay) is not { Length: > 0 } below)
        {
            return null;
        }

        var above = RepositoryPath.Parent(taken);
        var moved = above.Length == 0 ? below : $"{above}/{below}";
        var places = Users(overlay, use, deployment).ToList();
        return deployment.Tree.HasDirectory(moved)
            ? null
            : $"Move {overlay} out of its base, to {moved}, and write `{RelativePath.Of(moved, taken)}` in its {use.Span.File.Name} (line {use.Span.StartLine}){(places.Count > 0 ? $"; replace its old path in {PlaceList.Of(places)}" : "")}.";
    }

    private static IEnumerable<SourceSpan> Users(string overlay, PathUse own, Deployment deployment) =>
        deployment
            .Paths.Where(use => use.Answer.Looked.TrimEnd('/') == overlay && use.Span.File != own.Span.File)
            .Select(use => use.Span)
            .Concat(deployment.Commands.Where(site => site.Span.Mentions(overlay)).Select(site => site.Span))
            .Concat(
                deployment
                    .Of<Document>()
                    .SelectMany(document => document.Commands)
                    .Where(command => command.Span.Mentions(overlay))
                    .Select(command => command.Span)
            );
}
