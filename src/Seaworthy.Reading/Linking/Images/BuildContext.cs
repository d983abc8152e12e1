using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The directory that a build sends, less what the ignore file keeps out.</summary>
internal sealed record BuildContext(RepositoryTree Tree, string Directory, DockerIgnore? Ignore)
{
    /// <summary>Whether a path of the context, as COPY names it, is sent. Leading slashes and <c>..</c> stay inside the context.</summary>
    public PathAnswer Look(string source)
    {
        var inside = Normalise(source);
        var path = Directory.Length == 0 ? inside : inside.Length == 0 ? Directory : $"{Directory}/{inside}";
        var answer = Tree.Look(path, inside);
        if (answer.Presence == Presence.Present && inside.Length > 0 && IgnoringPattern(inside) is { } pattern)
        {
            return answer with { Presence = Presence.IgnoredByDocker, Because = pattern.Span };
        }

        return answer;
    }

    /// <summary>Whether the ignore file keeps out everything of a path: a directory with an exception below it is still sent in part.</summary>
    private IgnorePattern? IgnoringPattern(string inside)
    {
        if (Ignore is null || DockerIgnoreMatcher.Match(Ignore, inside) is not { } pattern)
        {
            return null;
        }

        var below = inside + "/";
        var isPartlySent = Ignore.Patterns.Any(other =>
            other.IsException && (other.Glob.StartsWith(below, StringComparison.Ordinal) || other.Glob.StartsWith('*'))
        );
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
