using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose secret or config uses a file that does not exist.</summary>
internal sealed class SecretFileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/secret-file-missing",
            Title = "Missing secret or config file",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "The services that use it do not start.",
            Holds = "The file of the secret or config exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.SecretFile];

    // It is created at deployment; the finding is that nothing here shows how.
    protected override bool IsCertain(PathUse use) => false;

    protected override string Names(PathUse use) => $"{use.Subject} uses the file `{use.Path}`";

    protected override string Consequence(PathUse use) => "its services do not start, and no template or script shows how to create it";
}
