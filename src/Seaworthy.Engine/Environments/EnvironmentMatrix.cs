using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Model;

namespace Seaworthy.Engine.Environments;

/// <summary>The environments of one deployment side by side: what differs as it is meant to, and what has drifted apart.</summary>
/// <param name="Name">What the environments are variants of: a directory of compose files, of overlays; empty for the repository as a whole.</param>
public sealed record EnvironmentMatrix(string Name, IReadOnlyList<MatrixColumn> Columns, IReadOnlyList<MatrixService> Services)
{
    public IEnumerable<MatrixRow> With(Difference difference) => Services.SelectMany(service => service.With(difference));

    /// <summary>One for every set of two environments or more.</summary>
    public static IReadOnlyList<EnvironmentMatrix> Of(Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        ServiceRows rows = new(deployment);
        MatrixMask mask = new(Quotations.Of(deployment));
        return
        [
            .. EnvironmentFamily
                .Of(deployment)
                .Select(family => new EnvironmentMatrix(
                    family.Name,
                    family.Columns,
                    [.. ServiceMatching.Of(family.Columns).Select(service => service with { Rows = rows.Of(service, family.Columns) })]
                ))
                .Select(mask.Of),
        ];
    }
}
