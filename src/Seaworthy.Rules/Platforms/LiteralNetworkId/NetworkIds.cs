using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>Ids of one kind of a network's parts that a file has as literals, where Terraform makes such parts.</summary>
/// <param name="Kind"><c>vpc</c>, <c>subnet</c> or <c>sg</c>.</param>
/// <param name="Made">The block that makes them, by its address and with its place.</param>
/// <param name="Ids">Empty when the file has none.</param>
internal sealed record NetworkIds(string Kind, Fact<string> Made, IReadOnlyList<Fact<string>> Ids)
{
    /// <summary>They stand in an annotation of a load balancer, not in Terraform.</summary>
    public bool IsOfBalancer { get; init; }
}
