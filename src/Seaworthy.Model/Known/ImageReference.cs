namespace Seaworthy.Model.Known;

/// <summary>An image's name taken apart: <c>registry/repository:tag@digest</c>.</summary>
/// <param name="Registry">Lower case host, with port; <c>docker.io</c> when none is written.</param>
/// <param name="Repository">With the <c>library/</c> of official images left out.</param>
/// <remarks>Source: distribution specification, "Pulling manifests"; reference grammar of the distribution project.</remarks>
public sealed record ImageReference(string Registry, string Repository, string? Tag, string? Digest)
{
    private const string Hub = "docker.io";

    /// <summary>Every name of an image has a tag: <c>latest</c> is meant when neither tag nor digest is written.</summary>
    public string EffectiveTag => Tag ?? (Digest is null ? "latest" : "");

    public bool IsOnHub => Registry == Hub;

    /// <summary>One of Docker Hub's official images, which have no owner in their name.</summary>
    public bool IsOfficial => IsOnHub && !Repository.Contains('/', StringComparison.Ordinal);

    /// <summary>The last part of the repository.</summary>
    public string Name => Repository[(Repository.LastIndexOf('/') + 1)..];

    /// <summary>The parts of a literal name; null when it is none (blank, upper case in the repository, variables left in).</summary>
    public static ImageReference? Parse(string text)
    {
        var rest = text;
        var digest = Cut(ref rest, rest.IndexOf('@', StringComparison.Ordinal));
        var tag = Cut(ref rest, rest.LastIndexOf(':') is var colon && colon > rest.LastIndexOf('/') ? colon : -1);
        var registry = Hub;
        if (rest.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 && IsHost(rest[..slash]))
        {
            registry = rest[..slash].ToLowerInvariant();
            rest = rest[(slash + 1)..];
        }

        registry = registry == "index.docker.io" ? Hub : registry;
        rest = registry == Hub && rest.StartsWith("library/", StringComparison.Ordinal) ? rest["library/".Length..] : rest;
        return IsRepository(rest) && tag is not "" && digest is not "" && !HasHole(tag) && !HasHole(digest)
            ? new ImageReference(registry, rest, tag, digest)
            : null;
    }

    /// <summary>The first part of a repository's name that has capital letters, which no name may have; a registry's host and the tag may. Null when there is none.</summary>
    /// <param name="hole">Stands for what is not known, which may hold several parts, or the colon in front of a tag.</param>
    /// <remarks>Source: distribution project, <c>reference/regexp.go</c> and <c>reference/normalize.go</c> ("repository name must be lowercase").</remarks>
    public static string? PartWithCapitals(string text, char hole)
    {
        var name = text.IndexOf('@', StringComparison.Ordinal) is >= 0 and var digest ? text[..digest] : text;
        if (
            name.Length == 0
            || !name.All(letter =>
                char.IsAsciiLetterOrDigit(letter) || letter == hole || "/._-:".Contains(letter, StringComparison.Ordinal)
            )
        )
        {
            return null;
        }

        var parts = name.Split('/');
        for (var at = 0; at < parts.Length; at++)
        {
            var part = at == parts.Length - 1 ? parts[at].Split(':')[0] : parts[at];
            if (
                part.Any(char.IsAsciiLetterUpper)
                && !(part.Contains(hole, StringComparison.Ordinal) && IsOpen(part, hole, at, parts.Length))
                && !(at == 0 && parts.Length > 1 && part.AsSpan().ContainsAny('.', ':'))
            )
            {
                return part;
            }
        }

        return null;
    }

    // A hole in front of the capitals may end in a colon, or begin a host.
    private static bool IsOpen(string part, char hole, int at, int count) =>
        (at == 0 && count > 1)
        || (at == count - 1 && part.IndexOf(hole, StringComparison.Ordinal) < part.AsSpan().IndexOfAnyInRange('A', 'Z'));

    public override string ToString() =>
        (IsOnHub ? "" : Registry + "/") + Repository + (Tag is null ? "" : ":" + Tag) + (Digest is null ? "" : "@" + Digest);

    private static string? Cut(ref string rest, int at)
    {
        if (at < 0)
        {
            return null;
        }

        var cut = rest[(at + 1)..];
        rest = rest[..at];
        return cut;
    }

    // A first part with a dot or a port is a host; so is localhost. Anything else is an owner on the hub.
    private static bool IsHost(string part) => part == "localhost" || part.AsSpan().ContainsAny('.', ':');

    private static bool HasHole(string? part) => part is not null && part.AsSpan().ContainsAny("$ {}\t");

    private static bool IsRepository(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter is not ('/' or '.' or '_' or '-'))
            {
                return false;
            }
        }

        return text.Length > 0 && text[0] != '/' && text[^1] != '/' && !text.Contains("//", StringComparison.Ordinal);
    }
}
