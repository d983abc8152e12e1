using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A program under supervisord.</summary>
/// <param name="Commands">One, or those of the script that it gives a shell.</param>
/// <param name="Span">The name of its section.</param>
public sealed record SupervisorProgram(string Name, IReadOnlyList<ShellCommand> Commands, SourceSpan Span)
{
    /// <summary>Where it is started; null for where supervisord was.</summary>
    public string? Directory { get; init; }

    /// <summary>The user that it is started as; null for that of supervisord.</summary>
    public Fact<string>? User { get; init; }

    /// <summary>Started with supervisord, which <c>autostart=false</c> prevents.</summary>
    public bool IsStarted { get; init; } = true;

    /// <summary><c>autorestart</c>; null for the default, <c>unexpected</c>.</summary>
    public Fact<string>? AutoRestart { get; init; }
}
