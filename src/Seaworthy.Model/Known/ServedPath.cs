namespace Seaworthy.Model.Known;

/// <summary>A path that a public image answers over HTTP.</summary>
public sealed record ServedPath(string Path, int Port, PathPurpose Purpose);
