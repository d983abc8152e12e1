using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Importing;
using Seaworthy.Engine.Suppressing;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Engine;

/// <summary>What an audit is given besides the repository.</summary>
public sealed record AuditOptions
{
    public AuditSettings Settings { get; init; } = AuditSettings.None;

    /// <summary>The rules that the command line chooses of them.</summary>
    public RuleChoice Choice { get; init; } = RuleChoice.All;

    /// <summary>Findings that were known before.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>What other tools found.</summary>
    public IReadOnlyList<ImportedLog> Imports { get; init; } = [];

    /// <summary>Whether comments in the audited files may allow findings.</summary>
    public bool TakesComments { get; init; } = true;

    /// <summary>The tree whose comments alone count; null when all of the audited tree do.</summary>
    public TrustedTree? Trusted { get; init; }

    /// <summary>The gate of the command line, which counts what the audited tree's own configuration hides; null when that may hide what it likes.</summary>
    public GateLevel? CountsHidden { get; init; }

    /// <summary>What the command line says of the gate.</summary>
    public AskedGate Gate { get; init; } = new();

    /// <summary>The day on which suppressions must still hold. The engine asks no clock: without a day, none ends.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The paths of the repository, where they were listed already.</summary>
    public RepositoryListing? Listing { get; init; }

    internal bool Asks(RuleInfo rule) => Settings.Asks(rule) && Choice.Asks(rule);
}
