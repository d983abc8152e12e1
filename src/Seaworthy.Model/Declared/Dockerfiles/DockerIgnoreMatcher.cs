namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>Says which paths of a build context a .dockerignore leaves out. Patterns are taken in order; the last one that matches a path or a directory above it decides.</summary>
/// <remarks>Source: Docker build documentation, "Build context", ".dockerignore files"; the matching of moby's patternmatcher, as BuildKit walks a context.</remarks>
public sealed class DockerIgnoreMatcher
{
    private readonly IReadOnlyList<Entry> patterns;

    public DockerIgnoreMatcher(IEnumerable<IgnorePattern> patterns) =>
        this.patterns = [
            .. patterns.Where(pattern => !pattern.IsInvalid).Select(pattern => new Entry(pattern, new IgnoreGlob(pattern.Glob))),
        ];

    /// <summary>Something that is left out may be let in again by a later pattern.</summary>
    public bool HasExceptions => patterns.Any(entry => entry.Pattern.IsException);

    /// <summary>The pattern that leaves a path out of the context, or null when it is sent.</summary>
    /// <param name="path">Relative to the context, with <c>/</c>; the context itself (empty or <c>.</c>) is never left out.</param>
    public IgnorePattern? IgnoredBy(string path)
    {
        var clean = IgnoreGlob.Clean(path).TrimStart('/');
        if (clean is "" or ".")
        {
            return null;
        }

        IgnorePattern? decided = null;
        foreach (var (pattern, glob) in patterns)
        {
            // An exception changes nothing for a path that is sent, nor a pattern for one that is left out.
            if (pattern.IsException == decided is not null && glob.MatchesPathOrParent(clean))
            {
                decided = pattern.IsException ? null : pattern;
            }
        }

        return decided;
    }

    /// <summary>A pattern, and what it matches.</summary>
    private sealed record Entry(IgnorePattern Pattern, IgnoreGlob Glob);
}
