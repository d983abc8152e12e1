using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>The repository that a directory belongs to: its top, the way down to the directory, and where git keeps its own files.</summary>
/// <param name="Prefix">From the top to the directory, with <c>/</c>; empty at the top.</param>
/// <param name="Own">Where git keeps what is of this worktree alone, its index among it.</param>
/// <param name="Common">The directory shared by all worktrees.</param>
internal sealed record GitDirectory(string Top, string Prefix, string Own, string Common)
{
    private const string Pointer = "gitdir:";
    private const int LongestPointer = 4096;

    /// <summary>Looks upwards for <c>.git</c>, which is a directory, or in a worktree and a submodule a file that names one. Null outside every repository.</summary>
    public static GitDirectory? Find(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
        {
            var git = Path.Combine(at.FullName, ".git");
            var own = Directory.Exists(Path.Combine(git, "objects")) ? git : FromPointer(git, at.FullName);
            if (own is not null)
            {
                var prefix = Path.GetRelativePath(at.FullName, directory).Replace(Path.DirectorySeparatorChar, '/');
                return new GitDirectory(at.FullName, prefix == "." ? "" : prefix, own, CommonOf(own));
            }
        }

        return null;
    }

    /// <summary>The top directories of all repositories that a directory lies in: a submodule lies in two.</summary>
    public static IEnumerable<string> Tops(string directory)
    {
        for (var found = Find(directory); found is not null; )
        {
            yield return found.Top;
            found = Path.GetDirectoryName(found.Top) is { } above ? Find(above) : null;
        }
    }

    /// <summary>Whether there is an index at all: a new repository has none, nor has a checkout that broke off.</summary>
    public bool HasIndex => File.Exists(IndexFile);

    /// <summary>What git tracks below the directory, by paths from there.</summary>
    public GitIndexReading Tracked()
    {
        var reading = RegularFile.TryRead(IndexFile, GitIndex.MaximumSize) is { } bytes ? GitIndex.Parse(bytes) : GitIndexReading.Damaged;
        return reading.Entries is { } entries ? reading with { Entries = Below(entries) } : reading;
    }

    /// <summary>Of the entries of the whole repository, the link, submodule or file that stands where the directory, or one above it, is expected; null when none does.</summary>
    public GitEntry? InPlace(IReadOnlyList<GitEntry> entries)
    {
        var above = PathText.Of(Prefix) + "/";
        foreach (var entry in entries)
        {
            if (Prefix.Length > 0 && above.StartsWith(entry.Path + "/", StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Of the entries of the whole repository, those below the directory, by paths from there.</summary>
    public IReadOnlyList<GitEntry> Below(IReadOnlyList<GitEntry> entries)
    {
        if (Prefix.Length == 0)
        {
            return entries;
        }

        var above = PathText.Of(Prefix) + "/";
        return
        [
            .. entries
                .Where(entry => entry.Path.StartsWith(above, StringComparison.Ordinal))
                .Select(entry => entry with { Path = entry.Path[above.Length..] }),
        ];
    }

    /// <summary>The lines that hold for the whole repository and are above the directory: <c>info/exclude</c>, then every <c>.gitignore</c> from the top down.</summary>
    public IReadOnlyList<IgnoreRule> RulesAbove()
    {
        List<IgnoreRule> rules = [];
        var names = Prefix.Length == 0 ? [] : Prefix.Split('/');
        var up = string.Concat(names.Select(_ => "../"));
        rules.AddRange(Rules(Path.Combine(Common, "info", "exclude"), up + ".git/info/exclude", Prefix));
        for (var depth = 0; depth < names.Length; depth++)
        {
            var file = Path.Combine([Top, .. names[..depth], IgnoreFile.Name]);
            rules.AddRange(
                Rules(file, string.Concat(names[depth..].Select(_ => "../")) + IgnoreFile.Name, string.Join('/', names[depth..]))
            );
        }

        return rules;
    }

    private string IndexFile => Path.Combine(Own, GitIndex.Name);

    private static IReadOnlyList<IgnoreRule> Rules(string file, string shown, string above) =>
        RegularFile.TryRead(file, Repository.MaximumSize) is { } bytes && TextDecoder.DecodeLines(bytes) is { } text
            ? IgnoreFile.Parse(new SourceFile(shown, text), "", above)
            : [];

    private static string? FromPointer(string file, string directory) =>
        Line(file) is { } text && text.StartsWith(Pointer, StringComparison.Ordinal)
            ? FullPath(text[Pointer.Length..].Trim(), directory)
            : null;

    private static string CommonOf(string own) => (Line(Path.Combine(own, "commondir")) is { } line ? FullPath(line, own) : null) ?? own;

    private static string? Line(string file) =>
        RegularFile.TryRead(file, LongestPointer) is { Length: > 0 } bytes ? Encoding.UTF8.GetString(bytes).Trim() : null;

    private static string? FullPath(string written, string directory) =>
        written.Length > 0 && !written.Contains('\0', StringComparison.Ordinal) ? Path.GetFullPath(written, directory) : null;
}
