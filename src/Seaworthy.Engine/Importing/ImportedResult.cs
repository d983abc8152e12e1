namespace Seaworthy.Engine.Importing;

/// <summary>One result of another tool, in the words of its file.</summary>
internal sealed record ImportedResult
{
    /// <summary>As the table of tools calls it: <c>hadolint</c>; for a tool that it does not know, <c>sarif/NAME</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>Without the tool's own name in front: <c>DL3006</c>.</summary>
    public required string Rule { get; init; }

    public required string Level { get; init; }

    public required string Message { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? HelpUri { get; init; }

    /// <summary>From 0 to 10, where the tool tells it.</summary>
    public double? SecuritySeverity { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What the tool itself proposes to change.</summary>
    public string? Fix { get; init; }

    /// <summary>As written, with the base that its run declares.</summary>
    public string Uri { get; init; } = "";

    public int StartLine { get; init; }

    public int StartColumn { get; init; }

    public int EndLine { get; init; }

    public int EndColumn { get; init; }
}
