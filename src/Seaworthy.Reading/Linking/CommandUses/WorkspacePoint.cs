namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>A place in the order of commands and steps: what stands before it counts.</summary>
/// <param name="OtherTreeBecause">Why the workspace is not a clone of this repository here; null when it is.</param>
internal sealed record WorkspacePoint(Surroundings Around, int Position, string? OtherTreeBecause)
{
    /// <summary>May be left out, or fail without harm: a condition on what earlier steps found, <c>continue-on-error</c>.</summary>
    public bool IsConditional { get; init; }

    public string? MayBeMade(string path, bool isSource) => Around.MayBeMade(Position, path, isSource);
}
