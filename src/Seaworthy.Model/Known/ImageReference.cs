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
