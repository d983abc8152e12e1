using System.Buffers;
using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>What a repository calls itself, read out of git's own files: which commit and branch are checked out, and where <c>origin</c> is. Nothing is started.</summary>
/// <remarks>Source: Git documentation, "gitrepository-layout", "git-pack-refs", "git-config".</remarks>
internal static class GitIdentity
{
    private const string Reference = "ref: ";
    private const string Branches = "refs/heads/";
    private const int LongestHead = 4096;
    private const int LongestConfiguration = 1_000_000;
    private const long LongestPacked = 20_000_000;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Of what is checked out.</summary>
    public static RepositoryIdentity Of(GitDirectory git)
    {
        var head = Text(Path.Combine(git.Own, "HEAD"), LongestHead)?.Trim() ?? "";
        var name = head.StartsWith(Reference, StringComparison.Ordinal) ? head[Reference.Length..].Trim() : null;
        var isName = name is not null && IsName(name);
        return Of(git, isName ? Resolved(git, name ?? "") : Commit(head), isName ? Branch(name ?? "") : null);
    }

    /// <summary>Of another commit than the one that is checked out.</summary>
    public static RepositoryIdentity Of(GitDirectory git, string? commit, string? branch)
    {
        var origin = Origin(Text(Path.Combine(git.Common, "config"), LongestConfiguration) ?? "");
        var remote = origin is null ? null : OriginAddress.Of(origin);
        return new RepositoryIdentity(remote?.Name ?? DirectoryName(git), commit, branch)
        {
            Host = remote?.Host,
            Directory = PathText.Of(git.Prefix),
        };
    }

    /// <summary>A hash, and nothing else.</summary>
    public static string? Commit(string text) => text.Length is 40 or 64 && !text.AsSpan().ContainsAnyExcept(Hexadecimal) ? text : null;

    /// <summary>The address of <c>[remote "origin"]</c>; the first one, where there are several.</summary>
    internal static string? Origin(string configuration)
    {
        var isOrigin = false;
        foreach (var line in configuration.Split('\n'))
        {
            var text = line.Trim();
            if (text.StartsWith('['))
            {
                isOrigin = text.Replace(" ", "", StringComparison.Ordinal)
                    .StartsWith("[remote\"origin\"]", StringComparison.OrdinalIgnoreCase);
            }
            else if (
                isOrigin
                && text.Split('=', 2, StringSplitOptions.TrimEntries) is [var key, var value]
                && key.Equals("url", StringComparison.OrdinalIgnoreCase)
            )
            {
                return value.Trim('"');
            }
        }

        return null;
    }

    private static string? Resolved(GitDirectory git, string name)
    {
        if (Text(Path.Combine(git.Common, name), LongestHead) is { } loose && Commit(loose.Trim()) is { } commit)
        {
            return commit;
        }

        // "<hash> <name>", one a line.
        var packed = RegularFile.TryRead(Path.Combine(git.Common, "packed-refs"), LongestPacked) ?? [];
        var at = packed.AsSpan().IndexOf(Encoding.UTF8.GetBytes($" {name}\n"));
        return at > 0 ? Commit(Encoding.UTF8.GetString(packed.AsSpan((packed.AsSpan(0, at).LastIndexOf((byte)'\n') + 1)..at))) : null;
    }

    private static string? Branch(string name) => name.StartsWith(Branches, StringComparison.Ordinal) ? name[Branches.Length..] : null;

    // A name that leads elsewhere than below refs is nobody's.
    private static bool IsName(string name) =>
        name.StartsWith("refs/", StringComparison.Ordinal)
        && !name.Contains('\\', StringComparison.Ordinal)
        && !name.Any(char.IsControl)
        && Array.TrueForAll(name.Split('/'), part => part.Length > 0 && !part.StartsWith('.'));

    // A bare repository is called after its own directory.
    private static string DirectoryName(GitDirectory git) => PathText.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(git.Top)));

    private static string? Text(string file, int longest) =>
        RegularFile.TryRead(file, longest) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
