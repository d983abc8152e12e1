namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>How much a run may take: a template can ask for anything.</summary>
internal sealed record GoLimits
{
    /// <summary>Nodes and calls of one run.</summary>
    public long Steps { get; init; } = 20_000_000;

    /// <summary>Templates inside each other; Helm allows a name a thousand times.</summary>
    public int Depth { get; init; } = 150;

    /// <summary>Characters of one text.</summary>
    public int Length { get; init; } = 10_000_000;

    /// <summary>Characters of all texts together.</summary>
    public long TotalLength { get; init; } = 400_000_000;

    /// <summary>Elements of a list that a function makes.</summary>
    public int Elements { get; init; } = 100_000;
}
