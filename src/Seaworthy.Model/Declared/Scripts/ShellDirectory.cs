namespace Seaworthy.Model.Declared.Scripts;

/// <summary>Where a command runs: a path and what it is counted from; <paramref name="Path"/> may begin with <c>../</c>, or with <c>/</c> when it is absolute.</summary>
public sealed record ShellDirectory(ShellDirectoryBase Base, string Path);
