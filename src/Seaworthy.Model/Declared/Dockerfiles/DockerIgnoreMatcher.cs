using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>Decides which paths of a build context a .dockerignore leaves out. Patterns apply in order; the last one that matches a path or a directory above it decides.</summary>
/// <remarks>Source: Docker build documentation, "Build context", ".dockerignore files"; the matching of moby's patternmatcher, as BuildKit walks a context.</remarks>
public sealed class DockerIgnoreMatcher
{
    // One file holds for all Dockerfiles of its context.
    private static readonly ConditionalWeakTable<IReadOnlyList<IgnorePattern>, DockerIgnoreMatcher> Known = [];

    private readonly List<Entry> patterns;
    private readonly LiteralIndex index = new();
    private readonly ConcurrentDictionary<string, IgnorePattern?> decided = new(StringComparer.Ordinal);

    public DockerIgnoreMatcher(IEnumerable<IgnorePattern> patterns)
    {
        this.patterns =
        [
            .. patterns.Where(pattern => !pattern.IsInvalid).Select(pattern => new Entry(pattern, new IgnoreGlob(pattern.Glob))),
        ];
        for (var number = 0; number < this.patterns.Count; number++)
        {
            index.Add(this.patterns[number].Glob.Beginning, number);
        }

        HasExceptions = this.patterns.Exists(entry => entry.Pattern.IsException);
    }

    /// <summary>The matcher of an ignore file.</summary>
    public static DockerIgnoreMatcher Of(DockerIgnore file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Known.GetValue(file.Patterns, patterns => new DockerIgnoreMatcher(patterns));
    }

    /// <summary>Something that is left out may be let in again by a later pattern.</summary>
    public bool HasExceptions { get; }

    /// <summary>The pattern that leaves a path out of the context, or null when it is sent.</summary>
    /// <param name="path">Relative to the context, with <c>/</c>; the context itself (empty or <c>.</c>) is never left out.</param>
    public IgnorePattern? IgnoredBy(string path)
    {
        var clean = IgnoreGlob.Clean(path).TrimStart('/');
        return clean is "" or "." ? null : decided.GetOrAdd(clean, Decide);
    }

    private IgnorePattern? Decide(string clean)
    {
        List<int> candidates = [];
        index.AddCandidates(clean, candidates);
        candidates.Sort();
        IgnorePattern? last = null;
        foreach (var (pattern, glob) in candidates.Select(number => patterns[number]))
        {
            // An exception changes nothing for a path that is sent, nor a pattern for one that is left out.
            if (pattern.IsException == last is not null && glob.MatchesPathOrParent(clean))
            {
                last = pattern.IsException ? null : pattern;
            }
        }

        return last;
    }

    /// <summary>A pattern, and what it matches.</summary>
    private sealed record Entry(IgnorePattern Pattern, IgnoreGlob Glob);
}
