using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Files;

/// <summary>A submodule, and the places that need something in it.</summary>
internal sealed record SubmoduleUse(RepositoryFile Module, IReadOnlyList<PathUse> Uses);
