using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A package that a manifest asks for.</summary>
/// <param name="Name">As written, without extras and version.</param>
/// <param name="Range">The version range as written; null when any version will do.</param>
public sealed record Dependency(string Name, string? Range, DependencyKind Kind, DependencySource Source, SourceSpan Span)
{
    /// <summary>Where it comes from when that is not the registry: a path relative to the manifest's directory, a Git or archive URL.</summary>
    public string? Location { get; init; }

    /// <summary>The name in the registry, when <see cref="Name"/> is an alias for it.</summary>
    public string? RealName { get; init; }

    /// <summary>The optional group it belongs to: an extra, a dependency group, a Gemfile group.</summary>
    public string? Group { get; init; }

    /// <summary>Extras (Python) or features (Cargo) asked for.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>The condition as written: an environment marker (PEP 508), a Cargo target, an MSBuild condition.</summary>
    public string? Condition { get; init; }

    /// <summary>There only because another dependency needs it (<c>// indirect</c> in go.mod).</summary>
    public bool IsIndirect { get; init; }

    /// <summary>A Python distribution's name in the one form all spellings share.</summary>
    /// <remarks>Source: PEP 503, "Normalized Names".</remarks>
    public static string PythonName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        StringBuilder normal = new(name.Length);
        foreach (var letter in name)
        {
            if (letter is not ('-' or '_' or '.'))
            {
                normal.Append(char.ToLowerInvariant(letter));
            }
            else if (normal.Length > 0 && normal[^1] != '-')
            {
                normal.Append('-');
            }
        }

        return normal.ToString();
    }
}
