using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>COPY or ADD takes a file that the build context does not hold.</summary>
internal sealed class CopySourceMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/copy-source-missing",
            Title = "COPY of a file that the build context does not hold",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "The builder stops at the first source it does not find: no image, no deployment.",
            Holds = "The build context holds what COPY takes.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.CopySource];

    protected override string Names(PathUse use) => $"{use.Subject} copies {use.Path} from {use.From}";

    protected override string Consequence(PathUse use) => "the build stops here";

    protected override string Check(PathUse use) => $"docker build --check -f {use.Subject} .";
}
