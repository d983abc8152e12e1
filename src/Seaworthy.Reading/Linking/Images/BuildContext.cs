using System.Collections.Concurrent;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The directory that a build sends, less what the ignore file keeps out.</summary>
internal sealed record BuildContext(RepositoryTree Tree, string Directory, DockerIgnore? Ignore)
{
    // Each instruction of a long file asks for the same few.
    private readonly ConcurrentDictionary<string, PathAnswer> known = new(1, 0, StringComparer.Ordinal);
    private readonly DockerIgnoreMatcher? matcher = Ignore is null ? null : DockerIgnoreMatcher.Of(Ignore);

    /// <summary>Whether a path of the context, as COPY names it, is sent. Leading slashes and <c>..</c> stay inside the context.</summary>
    public PathAnswer Look(string source) => known.GetOrAdd(source, Search);

    private PathAnswer Search(string source)
    {
        var inside = Normalise(source);
        var path =
            Directory.Length == 0 ? inside
            : inside.Length == 0 ? Directory
            : $"{Directory}/{inside}";
        var answer = Tree.Look(path, inside);
        if (answer.Presence == Presence.Present && inside.Length > 0 && IgnoringPattern(inside, path) is { } pattern)
        {
            return answer with { Presence = Presence.IgnoredByDocker, Because = pattern.Span };
        }

        // Even if somebody creates it first, an ignored file is not sent.
        if (
            answer.Presence is Presence.Absent or Presence.IgnoredByGit
            && matcher is { HasExceptions: false }
            && inside.Length > 0
            && matcher.IgnoredBy(inside) is { } keeping
        )
        {
            return answer with { Presence = Presence.IgnoredByDocker, Because = keeping.Span };
        }

        return answer;
    }

    /// <summary>The files of the tree that a source with wildcards in its last part takes, as <c>package*.json</c> does; the machine that builds may have more.</summary>
    public IEnumerable<string> Matches(string source) =>
        Candidates(source).Where(answer => answer.Presence == Presence.Present).Select(answer => answer.Looked);

    /// <summary>The files of the tree that such a source would take, were they not kept out of what is sent.</summary>
    public IEnumerable<PathAnswer> KeptOut(string source) =>
        Candidates(source).Where(answer => answer.Presence == Presence.IgnoredByDocker);

    private IEnumerable<PathAnswer> Candidates(string source)
    {
        if (NamePattern.Of(Normalise(source)) is not { } pattern)
        {
            return [];
        }

        var directory =
            Directory.Length == 0 ? pattern.Directory
            : pattern.Directory.Length == 0 ? Directory
            : $"{Directory}/{pattern.Directory}";
        return Tree.FilesIn(directory)
            .Where(file => !file.IsSymbolicLink && pattern.Takes(file.Path))
            .Select(file => Look(RepositoryPath.Below(Directory, file.Path)) with { Looked = file.Path });
    }

    /// <summary>The pattern that keeps out everything of a path: of a directory with exceptions, some files may still be sent.</summary>
    private IgnorePattern? IgnoringPattern(string inside, string path)
    {
        if (matcher?.IgnoredBy(inside) is not { } pattern)
        {
            return null;
        }

        var isPartlySent =
            matcher.HasExceptions
            && Tree.FilesUnder(path).Any(file => matcher.IgnoredBy(RepositoryPath.Below(Directory, file.Path)) is null);
        return isPartlySent ? null : pattern;
    }

    private static string Normalise(string source)
    {
        List<string> segments = [];
        foreach (var segment in source.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                segments.RemoveRange(Math.Max(segments.Count - 1, 0), Math.Min(segments.Count, 1));
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
