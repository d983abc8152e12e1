using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A service of systemd (<c>*.service</c>), or a job of Upstart.</summary>
/// <remarks>Sources: systemd.service(5), systemd.exec(5); Upstart Cookbook, "exec", "chdir".</remarks>
public sealed record ServiceUnit(SourceFile File) : Artifact(File)
{
    /// <summary><c>ExecStart</c>, <c>ExecStartPre</c>, or <c>exec</c>, without the marks in front.</summary>
    public IReadOnlyList<PlatformCommand> Commands { get; init; } = [];

    /// <summary><c>WorkingDirectory</c> or <c>chdir</c>.</summary>
    public Fact<string>? Directory { get; init; }

    /// <summary>Paths of <c>ReadWritePaths</c>, <c>ReadOnlyPaths</c> and <c>BindPaths</c> that must exist before anything starts.</summary>
    public IReadOnlyList<Fact<string>> SandboxPaths { get; init; } = [];

    /// <summary>Directories that systemd itself makes below <c>/run</c>: <c>RuntimeDirectory</c>.</summary>
    public IReadOnlyList<string> RuntimeDirectories { get; init; } = [];

    public Fact<string>? Restart { get; init; }
}
