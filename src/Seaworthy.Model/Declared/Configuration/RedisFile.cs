using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>A configuration of Redis, Valkey or Sentinel.</summary>
public sealed record RedisFile(SourceFile File) : Artifact(File)
{
    /// <summary>The line that makes the server ask everybody for a password.</summary>
    public Fact<string>? RequirePass { get; init; }

    /// <summary>What is removed when the memory is full: <c>maxmemory-policy allkeys-lru</c>; null where nothing says, which means that writes fail.</summary>
    public Fact<string>? EvictionPolicy { get; init; }

    /// <summary>A limit of memory is set; without one nothing is ever removed.</summary>
    public bool HasMemoryLimit { get; init; }

    /// <summary><c>${NAME}</c> in its values: Redis knows no variables.</summary>
    public IReadOnlyList<EnvironmentHole> EnvironmentHoles { get; init; } = [];
}
