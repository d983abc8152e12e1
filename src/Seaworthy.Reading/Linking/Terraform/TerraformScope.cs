using System.Collections.Immutable;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>A module as one call sees it: its inputs, and the meaning of names at the place that is read.</summary>
internal sealed record TerraformScope(TerraformModule Module)
{
    private const int DepthLimit = 8;

    public TerraformScope? Caller { get; init; }

    /// <summary>The block that calls it; null for what is applied by itself.</summary>
    public HclBlock? Call { get; init; }

    /// <summary>Names of for expressions and dynamic blocks, <c>each.key</c>, <c>each.value</c>, <c>count.index</c>.</summary>
    public ImmutableDictionary<string, CloudValue> Bound { get; init; } = ImmutableDictionary<string, CloudValue>.Empty;

    public TerraformScope Root => Caller?.Root ?? this;

    public bool IsTooDeep => Depth > DepthLimit;

    private int Depth => Caller is null ? 0 : Caller.Depth + 1;

    public TerraformScope With(string name, CloudValue value) => this with { Bound = Bound.SetItem(name, value) };
}
