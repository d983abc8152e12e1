using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>What kind of undertaking the repository is: which capabilities it needs follows from that.</summary>
/// <param name="Because">What shows it, in a few words each, with the place.</param>
public sealed record Scale(ScaleKind Kind, IReadOnlyList<Fact<string>> Because)
{
    public static Scale None { get; } = new(ScaleKind.Nothing, []);

    /// <summary>Something brings it to where users reach it.</summary>
    public bool IsDeployed => Kind >= ScaleKind.SingleService;
}
