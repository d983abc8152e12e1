using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Suppressing;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Engine.Comparing;

/// <summary>What a change loosens of the audit itself: in the configuration, in the list of known findings, and by comments.</summary>
public static class Loosenings
{
    /// <param name="before">The side that the change begins with.</param>
    /// <param name="after">The tree of the change.</param>
    /// <param name="tree">Its paths.</param>
    /// <param name="read">Its files that say something, among which comments may allow findings.</param>
    public static IReadOnlyList<Loosening> Of(TrustedTree before, Repository after, RepositoryTree tree, IEnumerable<SourceFile> read)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(tree);
        TrustedTree head = new("", after, tree);
        return
        [
            .. SettingsLoosenings.Of(before.Settings(), head.Settings()),
            .. Known(before, head),
            .. Comments(new TrustedComments(before), read),
        ];
    }

    private static IEnumerable<Loosening> Known(TrustedTree before, TrustedTree after)
    {
        const string Name = BaselineFile.DefaultName;
        if (Read(after) is { } now && (Read(before) is { } then ? now.Without(then) : now.Entries).Count is > 0 and var more)
        {
            yield return new Loosening($"baseline: {more} more {(more == 1 ? "finding counts" : "findings count")} as known", Name);
        }

        static Baseline? Read(TrustedTree tree) =>
            tree.TextOf(Name) is { } text ? BaselineFile.Read(Name, System.Text.Encoding.UTF8.GetBytes(text), out _) : null;
    }

    private static IEnumerable<Loosening> Comments(TrustedComments known, IEnumerable<SourceFile> files) =>
        files
            .DistinctBy(file => file.Path, StringComparer.Ordinal)
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .SelectMany(file => known.Narrow(AllowComments.In(file).Valid))
            .Where(comment => comment.Lines.Count == 0)
            .Select(comment => new Loosening(
                $"comment: allows {comment.Rule} ({comment.Reason})",
                comment.Span.File.Path,
                comment.Span.StartLine
            ));
}
