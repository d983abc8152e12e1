using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Migrations;

/// <summary>A table or type that a statement of SQL creates.</summary>
/// <param name="Kind"><c>table</c> or <c>type</c>.</param>
/// <param name="Name">In small letters unless it is quoted; with its schema, unless that is the usual one (<c>public</c>, <c>dbo</c>).</param>
public sealed record CreatedObject(string Kind, string Name, SourceSpan Span)
{
    /// <summary>The statement also succeeds where the object exists: <c>IF NOT EXISTS</c>, <c>OR REPLACE</c>, or an earlier statement of the file may take it away.</summary>
    public bool IsTolerant { get; init; }
}
