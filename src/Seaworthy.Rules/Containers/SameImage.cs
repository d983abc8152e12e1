using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The places that name the same image, which are fixed together.</summary>
/// <param name="IsAside">They serve development, or are left behind.</param>
internal sealed record SameImage(IReadOnlyList<ImageUse> Uses, bool IsAside);
