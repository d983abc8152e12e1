namespace Seaworthy.Engine.Claims;

/// <summary>A kind of contradiction, and the rules that decide it.</summary>
/// <param name="Name">In claims: <c>path-missing</c>.</param>
/// <param name="Meaning">For people and programs that write claims.</param>
public sealed record ClaimKind(string Name, string Meaning)
{
    /// <summary>Ids of rules; empty where every rule may decide.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}
