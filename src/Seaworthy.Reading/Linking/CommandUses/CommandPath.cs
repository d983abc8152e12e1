using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>A path that a command needs when it starts, from the directory in which it runs.</summary>
/// <param name="Path">As written; for a file that a tool looks for by itself, its usual name.</param>
internal sealed record CommandPath(PathRole Role, string Path, SourceSpan Span)
{
    /// <summary>Other names that do as well; <c>*.csproj</c> for an ending.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>The tool also looks in the directories above.</summary>
    public bool LooksUpwards { get; init; }

    /// <summary>A file that people write; no build creates it as a side effect.</summary>
    public bool IsSource { get; init; } = true;

    /// <summary>The directory it is looked for in, from where the command runs.</summary>
    public string Directory { get; init; } = "";

    /// <summary>What needs it came with a template, and perhaps nobody runs it.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The script that needs it; if the script is missing too, only the script is reported.</summary>
    public string? Script { get; init; }

    /// <summary>What the tool is, for <see cref="PathRole.LockFile"/> and <see cref="PathRole.Manifest"/>: <c>npm ci</c>.</summary>
    public string Tool { get; init; } = "";
}
