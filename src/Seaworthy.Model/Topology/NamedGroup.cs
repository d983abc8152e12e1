using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A group of dependencies that a command asks for, or wants left out.</summary>
/// <param name="Manifest">Where it would be declared.</param>
public sealed record NamedGroup(Fact<string> Name, string Option, SourceFile Manifest, bool IsDeclared);
