using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Code for a browser reads a variable by the prefix of another bundler than its own, which leaves it undefined.</summary>
/// <param name="Bundler">The one that builds the component, as a person names it.</param>
/// <param name="Wanted">The prefix it knows.</param>
/// <param name="Declared">Where the component declares its bundler.</param>
public sealed record ForeignPrefix(Component Component, EnvironmentRead Read, string Bundler, string Wanted, SourceSpan Declared);
