using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An entry of a template that nothing reads, and the name that most likely was meant, which nothing sets.</summary>
/// <param name="Name">The name that is read.</param>
/// <param name="Reads">Where.</param>
/// <param name="HasDefault">Without it, something else is used.</param>
public sealed record NearVariable(EnvEntry Entry, string Name, IReadOnlyList<SourceSpan> Reads, bool HasDefault);
