using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Environments;

/// <summary>What one environment says.</summary>
/// <param name="Text">In a few words, without any secret; null where it says nothing.</param>
/// <param name="Place">Where it says so, or where the service is that says nothing; null where the service is not.</param>
public sealed record MatrixCell(string? Text, SourceSpan? Place)
{
    public static readonly MatrixCell Absent = new(null, null);
}
