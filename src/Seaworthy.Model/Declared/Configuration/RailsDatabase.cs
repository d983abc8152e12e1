using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>One of several databases of an environment, with what it inherits by <c>&lt;&lt;</c>.</summary>
/// <param name="Environment">As <c>production</c>.</param>
/// <param name="Name">As <c>primary</c> or <c>cache</c>.</param>
public sealed record RailsDatabase(string Environment, Fact<string> Name)
{
    public Fact<string>? Url { get; init; }

    public Fact<string>? Database { get; init; }

    /// <summary>The same database as another one, for reading.</summary>
    public bool IsReplica { get; init; }
}
