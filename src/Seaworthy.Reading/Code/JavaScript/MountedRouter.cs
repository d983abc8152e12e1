using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>What a line of a table mounts, and below which path.</summary>
internal sealed record MountedRouter(TokenRange Child, TokenRange? Path);
