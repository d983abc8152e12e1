namespace Seaworthy.Model.Known;

/// <summary>When one release line of a product stops getting security fixes.</summary>
/// <param name="Product">As image repositories call it: <c>node</c>, <c>python</c>, <c>debian</c>…</param>
/// <param name="Version">The release line: <c>18</c>, <c>3.8</c>, <c>bookworm</c>.</param>
public sealed record EndOfLife(string Product, string Version, DateOnly Date);
