using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A deployed component describes tables by models, and its target has the database server in which they have to be.</summary>
/// <param name="Model">The library, at the first of the models.</param>
internal sealed record SchemaNeed(Component Component, Workload Workload, Workload Store, Fact<string> Model)
{
    /// <summary>Something creates the tables, or may.</summary>
    public bool IsMet { get; init; }

    /// <summary>The calls that would create them, in files that nothing runs.</summary>
    public IReadOnlyList<SourceSpan> Creators { get; init; } = [];

    /// <summary>A server imports the file of the first call, which runs only where the file is the program.</summary>
    public bool IsOfMain { get; init; }
}
