using System.Buffers;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>The address of a remote, taken apart: <c>https://user:token@github.com/o/n.git</c>, <c>git@github.com:o/n.git</c>, <c>/srv/git/n.git</c>. Who signs in, and with what, is dropped here.</summary>
/// <remarks>Source: Git documentation, "git-clone", "GIT URLS".</remarks>
/// <param name="Name">The path without <c>.git</c>; of a path of this machine its last part alone.</param>
/// <param name="Host">Null for a path of this machine, and for what cannot be an address of a page.</param>
internal sealed record OriginAddress(string Name, RepositoryHost? Host)
{
    private const int Longest = 300;

    private static readonly SearchValues<char> OfServers = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"
    );
    private static readonly SearchValues<char> OfPaths = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._~-/"
    );

    /// <summary>Null for what is too long, empty, or holds letters that no name of a repository has.</summary>
    public static OriginAddress? Of(string written)
    {
        if (written.Length is 0 or > Longest)
        {
            return null;
        }

        var scheme = written.IndexOf("://", StringComparison.Ordinal);
        var (server, path) = scheme >= 0 ? Apart(written[(scheme + 3)..], '/') : Apart(written, ':');
        if (scheme >= 0 ? written[..scheme] is "file" : server is null)
        {
            return Local(path ?? written);
        }

        // A password may hold an @ of its own: the server stands behind the last one.
        var name = server?[(server.LastIndexOf('@') + 1)..].Split(':')[0].ToLowerInvariant() ?? "";
        var rest = Trimmed(path ?? "");
        return name.Length == 0 || rest.Length == 0 || name.AsSpan().ContainsAnyExcept(OfServers) || !IsPath(rest)
            ? null
            : new OriginAddress(rest, IsPublic(name, rest) ? new RepositoryHost(name, rest) : null);
    }

    // Both ends of "server:path"; a path of this machine has a slash before the colon, and one letter before it is a drive.
    private static (string? Server, string? Path) Apart(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at <= 1 || text[..at].Contains('/', StringComparison.Ordinal) ? (null, null) : (text[..at], text[(at + 1)..]);
    }

    private static OriginAddress? Local(string path) =>
        Trimmed(path.Replace('\\', '/')).Split('/')[^1] is { Length: > 0 } name && IsPath(name) ? new OriginAddress(name, null) : null;

    private static string Trimmed(string path)
    {
        var whole = path.Trim('/');
        return whole.EndsWith(".git", StringComparison.Ordinal) ? whole[..^4].TrimEnd('/') : whole;
    }

    private static bool IsPath(string path) =>
        !path.AsSpan().ContainsAnyExcept(OfPaths) && Array.TrueForAll(path.Split('/'), part => part is not ("" or "." or ".."));

    private static bool IsPublic(string server, string path) =>
        server.Contains('.', StringComparison.Ordinal) && path.Contains('/', StringComparison.Ordinal);
}
