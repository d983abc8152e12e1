namespace Seaworthy.Rules;

/// <summary>What is known of a rule without running it.</summary>
public sealed record RuleInfo
{
    /// <summary>Folder and kebab-case name: <c>ports/published-port-not-listened</c>. Never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The pattern in a few words: <c>Published port on which nothing listens</c>.</summary>
    public required string Title { get; init; }

    public required Area Area { get; init; }

    /// <summary>How bad it is when it is true, unless the verdict says otherwise.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How well the evidence of a FAIL or WARN holds, unless the verdict says otherwise.</summary>
    public Certainty Certainty { get; init; } = Certainty.Certain;

    /// <summary>One sentence: what happens to somebody because of it.</summary>
    public required string Rationale { get; init; }

    /// <summary>What a PASS means, as a sentence: <c>Every published port is one the application listens on.</c></summary>
    public required string Holds { get; init; }

    /// <summary>For a question whether something is there at all: what it weighs in its area. Null for all others, which weigh what their severity says.</summary>
    public int? CapabilityWeight { get; init; }

    /// <summary>What it finds is a good practice that is missing, and contradicts nothing: reports tell it apart from what contradicts itself.</summary>
    public bool IsPractice
    {
        get => field || CapabilityWeight is not null;
        init;
    }

    /// <summary>What it finds does its harm wherever the file is used: a key that is written down is known.</summary>
    public bool HarmsAnywhere { get; init; }

    /// <summary>The other tool whose rule it is; null for a rule of Seaworthy.</summary>
    public string? Tool { get; init; }

    /// <summary>Where that tool tells more.</summary>
    public string? HelpUri { get; init; }

    /// <summary>The version that introduced it.</summary>
    public string Since { get; init; } = "0.1";
}
