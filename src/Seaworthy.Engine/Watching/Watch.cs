using Seaworthy.Engine.Comparing;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Engine.Watching;

/// <summary>Audits a repository again whenever its files change, and holds each audit against the one before.</summary>
public sealed class Watch(Func<Report?> audit, Func<IReadOnlyList<string>?> next)
{
    /// <param name="first">Receives the report of the beginning.</param>
    /// <param name="changed">Receives which files changed and what that did.</param>
    /// <returns>Whether the audit of the beginning could be made.</returns>
    public bool Run(Action<Report> first, Action<IReadOnlyList<string>, Comparison> changed)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(changed);
        if (audit() is not { } report)
        {
            return false;
        }

        first(report);
        while (next() is { } paths)
        {
            var saved = paths.Where(path => Matters(report, path)).ToList();
            // A configuration that is faulty for the moment says so itself; what it did is seen at the next change.
            if (saved.Count > 0 && audit() is { } later)
            {
                changed(saved, Comparison.Of(report, later));
                report = later;
            }
        }

        return true;
    }

    /// <summary>What git ignores is no change of the repository, unless it is tracked all the same.</summary>
    private static bool Matters(Report report, string path) =>
        path.Length == DirectoryChanges.Anything.Length || report.Deployment.Tree.WhyIgnored(path) is null;
}
