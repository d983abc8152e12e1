using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>A configuration with which a server of Redis is started.</summary>
/// <param name="Path">Where the container has it.</param>
/// <param name="Place">What puts it there.</param>
internal sealed record PlacedRedisFile(RedisFile File, string Path, SourceSpan Place);
