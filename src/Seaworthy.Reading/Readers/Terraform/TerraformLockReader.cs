using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Hcl;

namespace Seaworthy.Reading.Readers.Terraform;

/// <summary>Reads the lock files of Terraform and OpenTofu.</summary>
/// <remarks>Source: Terraform documentation, "Dependency Lock File".</remarks>
internal sealed class TerraformLockReader : Reader
{
    public override bool Accepts(string path) =>
        path.EndsWith(".terraform.lock.hcl", StringComparison.Ordinal) && !path.Contains(".terraform/", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = HclParser.Parse(file.File);
        return new TerraformLock(
            file.File,
            [
                .. syntax
                    .Body.Of("provider")
                    .Select(block =>
                        block.Body["version"] is { Value: HclExpression.Literal { IsText: true } version } attribute
                            ? new LockedProvider(block.Label(0), new Fact<string>(version.Text, attribute.Span))
                            : null
                    )
                    .OfType<LockedProvider>(),
            ]
        )
        {
            Problems = syntax.Problems,
        };
    }
}
