using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Commands that a platform runs, of what, and in which directory; null where that is not known.</summary>
internal sealed record PlatformRun(IReadOnlyList<ShellCommand> Commands, string Subject, string? Directory);
