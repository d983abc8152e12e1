using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>A configuration of Redis, Valkey or Sentinel.</summary>
public sealed record RedisFile(SourceFile File) : Artifact(File)
{
    /// <summary>The line that makes the server ask everybody for a password.</summary>
    public Fact<string>? RequirePass { get; init; }

    /// <summary><c>${NAME}</c> in its values: Redis knows no variables.</summary>
    public IReadOnlyList<EnvironmentHole> EnvironmentHoles { get; init; } = [];
}
