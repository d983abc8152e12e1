namespace Seaworthy.Model.Known;

/// <summary>A command of a tool that its later releases refuse.</summary>
/// <param name="Verb">The command: <c>install</c>.</param>
/// <param name="Option">The option that is gone; null when the command itself is.</param>
/// <param name="Major">The first release without it.</param>
/// <param name="Instead">What to write in its place.</param>
/// <param name="Plugin">A plug-in that brings it back; null when none does.</param>
public sealed record RemovedCommand(string Verb, string? Option, int Major, string Instead, string? Plugin = null);
