using System.IO.Enumeration;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The source of a COPY whose last part, and no other, has wildcards that are understood: <c>app/package*.json</c>.</summary>
internal sealed record NamePattern(string Directory, string Name)
{
    /// <summary>Null for what has no wildcard, has one in another part, or has a class of characters.</summary>
    public static NamePattern? Of(string path)
    {
        var name = RepositoryPath.NameOf(path);
        return
            name.AsSpan().ContainsAny('*', '?')
            && path.AsSpan(0, path.Length - name.Length).IndexOfAny("*?[") < 0
            && !name.Contains('[', StringComparison.Ordinal)
            ? new NamePattern(path[..^name.Length].TrimEnd('/'), name)
            : null;
    }

    public bool Takes(string path) => FileSystemName.MatchesSimpleExpression(Name, RepositoryPath.NameOf(path), ignoreCase: false);
}
