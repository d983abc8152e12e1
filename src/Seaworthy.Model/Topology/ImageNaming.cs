using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A name of an image is given to docker or to Kubernetes: to build it under that name, to push it, to pull it.</summary>
/// <param name="Text">The name as far as it is known, a <see cref="Resolved.Hole"/> for each part that is not.</param>
/// <param name="Subject">Who gives it: <c>api in compose.yaml</c>, <c>ci.yml: build</c>.</param>
public sealed record ImageNaming(string Text, SourceSpan Span, string Subject)
{
    private static readonly string[] Placeholders = ["IMAGE", "NAME", "YOUR", "USER", "OWNER", "ORG", "REPO", "REGISTRY", "ACCOUNT"];

    private const int DigitsOfAccount = 3;

    /// <summary>Every place that the name came through.</summary>
    public IReadOnlyList<SourceSpan> Chain { get; init; } = [];

    /// <summary>Fetched or sent: then the first part is the name of a registry, or of an owner on Docker Hub.</summary>
    public bool IsRemote { get; init; }

    /// <summary>A failure of the command is swallowed.</summary>
    public bool IsMasked { get; init; }

    /// <summary>The name with that of the repository filled in, and where that is said; null where it has no part in it, or nothing says it.</summary>
    public Fact<string>? Filled { get; init; }

    /// <summary>The name as far as it is known at all.</summary>
    public string Known => Filled?.Value ?? Text;

    /// <summary>The first part of the name that has capital letters where none may be; null when there is none.</summary>
    public string? Capitals =>
        ImageReference.PartWithCapitals(Known, Resolved.Hole) is { } part
        && !IsPlaceholder(part, Known)
        && !Known.Contains("__", StringComparison.Ordinal)
            ? part
            : null;

    /// <summary>The part is in front of the first slash: recent versions take it for a host. The others have none.</summary>
    public bool IsFirstOfSeveral =>
        Capitals is { } part
        && Known.StartsWith(part + "/", StringComparison.Ordinal)
        && ImageReference.PartWithCapitals(Known[(part.Length + 1)..], Resolved.Hole) is null;

    // IMAGE_TAG_BACKEND, REGISTRY/app: the deployer fills in the name. 07SEA21BCS014/app is somebody's account.
    private static bool IsPlaceholder(string part, string text) =>
        !part.Any(char.IsAsciiLetterLower)
        && (
            part.Contains('_', StringComparison.Ordinal)
            || (text.StartsWith(part, StringComparison.Ordinal) && part.Count(char.IsAsciiDigit) < DigitsOfAccount)
            || Placeholders.Any(word => part.Contains(word, StringComparison.Ordinal))
        );
}
