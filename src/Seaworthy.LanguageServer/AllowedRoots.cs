using System.Collections.Concurrent;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.LanguageServer;

/// <summary>The directories for which the server was started: a client names these and what is below them, and nothing else.</summary>
/// <param name="roots">Directories; the first one is meant where a client names none.</param>
/// <param name="clock">Of the audits.</param>
public sealed class AllowedRoots(IReadOnlyList<string> roots, TimeProvider clock)
{
    private readonly IReadOnlyList<string> allowed = [.. roots.Select(root => RealPath.Of(root) ?? Path.GetFullPath(root))];
    private readonly ConcurrentDictionary<string, AuditedTree> trees = new(StringComparer.Ordinal);

    /// <summary>The tree at a path, which may be relative to the first root.</summary>
    /// <param name="path">What a client wrote; null for the first root.</param>
    /// <param name="fault">Why there is none; empty when there is one.</param>
    internal AuditedTree? Tree(string? path, out string fault)
    {
        fault = "";
        var asked = path is null or "" ? allowed[0] : Path.GetFullPath(path, allowed[0]);
        if (RealPath.Of(asked) is not { } real || !new DirectoryInfo(real).Exists)
        {
            fault = $"There is no directory '{path}'.";
            return null;
        }

        if (!allowed.Any(root => IsIn(real, root)))
        {
            fault = $"'{path}' is outside of what this server may read.";
            return null;
        }

        return trees.GetOrAdd(real, root => new AuditedTree(root, clock));
    }

    private static bool IsIn(string path, string root) =>
        path == root || path.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
