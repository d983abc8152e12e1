using System.Globalization;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>What <c>uses</c> names: <c>owner/repository/path@ref</c>, <c>./local/path</c> or <c>docker://image</c>.</summary>
public sealed record ActionReference(string Raw, ActionReferenceKind Kind, SourceSpan Span)
{
    public string Owner { get; init; } = "";

    public string Repository { get; init; } = "";

    /// <summary>Inside the other repository, or (for a local reference) from the root of this one; without a leading <c>./</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The tag, branch or commit after <c>@</c>.</summary>
    public Fact<string>? Ref { get; init; }

    /// <summary>4 of <c>v4</c> and <c>v4.1.2</c>; null for a branch or a commit.</summary>
    public int? Major
    {
        get
        {
            var digits = (Ref?.Value.TrimStart('v') ?? "").Split('.')[0];
            return digits.Length is > 0 and < 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var major)
                ? major
                : null;
        }
    }

    /// <summary>The image of <c>docker://</c>.</summary>
    public string Image { get; init; } = "";

    /// <summary><c>owner/repository</c> with the path of an action inside it, in lower case: the name by which an action is known; other kinds as written.</summary>
    public string Name =>
        Kind != ActionReferenceKind.Repository ? Raw
        : Path.Length == 0 ? $"{Owner}/{Repository}".ToLowerInvariant()
        : $"{Owner}/{Repository}/{Path}".ToLowerInvariant();

    /// <summary>A full commit: nobody can move it.</summary>
    public bool IsPinned => Ref is { Value: { Length: 40 } commit } && commit.All(char.IsAsciiHexDigit);

    public override string ToString() => Raw;
}
