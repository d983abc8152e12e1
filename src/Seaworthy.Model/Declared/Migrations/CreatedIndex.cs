using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Migrations;

/// <summary>An index that SQL creates by name. Names are as PostgreSQL keeps them: in small letters unless they are quoted, without their schema.</summary>
public sealed record CreatedIndex(string Name, string Table, SourceSpan Span);
