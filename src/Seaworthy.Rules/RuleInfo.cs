namespace Seaworthy.Rules;

/// <summary>The description of a rule, known without running it.</summary>
public sealed record RuleInfo
{
    /// <summary>Folder and kebab-case name: <c>ports/published-port-not-listened</c>. Never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The pattern in a few words: <c>Published port on which nothing listens</c>.</summary>
    public required string Title { get; init; }

    public required Area Area { get; init; }

    /// <summary>The harm if it is true, unless the verdict says otherwise.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How well the evidence supports a FAIL or WARN, unless the verdict says otherwise.</summary>
    public Certainty Certainty { get; init; } = Certainty.Certain;

    /// <summary>One or two sentences: what happens because of a finding.</summary>
    public required string Rationale { get; init; }

    /// <summary>What a PASS means, as a sentence: <c>Every published port is one the application listens on.</c></summary>
    public required string Holds { get; init; }

    /// <summary>For a question whether something exists at all: its weight in its area. Null for all others, which weigh by their severity.</summary>
    public int? CapabilityWeight { get; init; }

    /// <summary>It finds a missing good practice, not a contradiction; reports list the two separately.</summary>
    public bool IsPractice
    {
        get => field || CapabilityWeight is not null;
        init;
    }

    /// <summary>The harm does not depend on where the file is used: a written key is known.</summary>
    public bool HarmsAnywhere { get; init; }

    /// <summary>The tool that the rule belongs to; null for a rule of Seaworthy.</summary>
    public string? Tool { get; init; }

    /// <summary>The tool's page about it.</summary>
    public string? HelpUri { get; init; }

    /// <summary>The version that introduced it.</summary>
    public string Since { get; init; } = "0.1";
}
