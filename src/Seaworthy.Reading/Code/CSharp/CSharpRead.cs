using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>A call or element access that reads the environment or the configuration.</summary>
/// <param name="Name">The variable's name: as written, or with <c>__</c> between the levels of a configuration key.</param>
/// <param name="Key">The configuration key with <c>:</c>; null for <c>GetEnvironmentVariable</c>.</param>
/// <param name="Default">The second argument of <c>GetValue</c>; empty when there is none.</param>
internal sealed record CSharpRead(string Name, string? Key, TokenRange Default, CodeCall Call);
