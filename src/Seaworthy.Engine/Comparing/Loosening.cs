namespace Seaworthy.Engine.Comparing;

/// <summary>Something in the head that would make its audit less strict than that of the base. It is reported, and does not take effect.</summary>
/// <param name="What">In a few words, without a full stop: <c>gate: never instead of high</c>.</param>
/// <param name="Path">The file that says it; null when nothing does any more.</param>
/// <param name="Line">The line, where one says it.</param>
public sealed record Loosening(string What, string? Path, int? Line = null)
{
    /// <summary>Where it stands, as reports write places.</summary>
    public string? Place => Path is null || Line is null ? Path : FormattableString.Invariant($"{Path}:{Line}");
}
