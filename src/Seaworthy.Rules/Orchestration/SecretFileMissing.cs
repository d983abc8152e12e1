using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose secret or config is read from a file that is not there.</summary>
internal sealed class SecretFileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/secret-file-missing",
            Title = "Secret or config file that does not exist",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "Compose refuses to start whatever uses it.",
            Holds = "The file of the secret or config is there.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.SecretFile];

    // Whoever deploys makes it; what can be said is that nothing here tells how.
    protected override bool IsCertain(PathUse use) => false;

    protected override string Names(PathUse use) => $"{use.Subject} is read from {use.Path}";

    protected override string Consequence(PathUse use) =>
        "whatever uses it does not start in a fresh clone, and no template or script tells how it is made";
}
